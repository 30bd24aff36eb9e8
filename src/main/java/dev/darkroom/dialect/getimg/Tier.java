package dev.darkroom.dialect.getimg;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.ledger.Credits;

/**
 * The values of {@code resolution}, and the prices in US dollars, which cover any aspect ratio (seeds/004: pricing).
 */
enum Tier {
    /** The default. */
    ONE_K("1K", Resolution.ONE_K, "0.06"),
    TWO_K("2K", Resolution.TWO_K, "0.12");

    private final String wireName;
    private final Resolution resolution;
    private final Credits price;

    Tier(String wireName, Resolution resolution, String price) {
        this.wireName = wireName;
        this.resolution = resolution;
        this.price = Credits.of(price);
    }

    /** The value in requests and responses. It is case-sensitive: {@code 1k} is unknown. */
    String wireName() {
        return wireName;
    }

    Resolution resolution() {
        return resolution;
    }

    Credits price() {
        return price;
    }
}
