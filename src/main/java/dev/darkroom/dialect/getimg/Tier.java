package dev.darkroom.dialect.getimg;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.ledger.Credits;
import java.util.Arrays;
import java.util.Optional;

/** What {@code resolution} takes, and what a picture costs in US dollars, whatever its shape (seeds/004: pricing). */
enum Tier {
    /** The one that is taken when none is asked for. */
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

    /** Capitals count: {@code 1k} is none. */
    static Optional<Tier> of(String wireName) {
        return Arrays.stream(values())
                .filter(tier -> tier.wireName.equals(wireName))
                .findFirst();
    }

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
