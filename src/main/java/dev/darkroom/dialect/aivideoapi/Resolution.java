package dev.darkroom.dialect.aivideoapi;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The output tiers (seeds/001: Input Parameters). */
enum Resolution {
    ONE_K("1k"),
    TWO_K("2k"),
    FOUR_K("4k");

    static final String NAMES =
            Arrays.stream(values()).map(Resolution::wireName).collect(Collectors.joining(", "));

    private final String wireName;

    Resolution(String wireName) {
        this.wireName = wireName;
    }

    static Optional<Resolution> of(String wireName) {
        return Arrays.stream(values()).filter(r -> r.wireName.equals(wireName)).findFirst();
    }

    String wireName() {
        return wireName;
    }
}
