package dev.darkroom.dialect.aigenerate;

import dev.darkroom.ledger.Credits;
import java.util.Arrays;
import java.util.Optional;

/** The qualities of GPT Image 1.5 and their prices (seeds/003: variants and pricing). */
enum Quality {
    MEDIUM("medium", "4.00"),
    HIGH("high", "22.00");

    private final String wireName;
    private final Credits price;

    Quality(String wireName, String price) {
        this.wireName = wireName;
        this.price = Credits.of(price);
    }

    static Optional<Quality> of(String wireName) {
        return Arrays.stream(values())
                .filter(quality -> quality.wireName.equals(wireName))
                .findFirst();
    }

    String wireName() {
        return wireName;
    }

    Credits price() {
        return price;
    }
}
