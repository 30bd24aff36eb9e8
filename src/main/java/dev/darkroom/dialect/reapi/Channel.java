package dev.darkroom.dialect.reapi;

import java.util.Arrays;
import java.util.Optional;

/** The variants of the model. The request's {@code model} selects one (seeds/002: Two variants, one endpoint). */
enum Channel {
    /** Cheap: one image, at a fixed price per resolution. The page calls it basic, its price list calls it self. */
    BASIC("gpt-image-2"),
    /** Supports all fields. The page calls it the stable channel. */
    OFFICIAL("gpt-image-2-official"),
    /** In a catalog of July 2026, with the basic channel's fields (providers/reapi.md §3). A setting enables it. */
    BETA("gpt-image-2-beta");

    private final String model;

    Channel(String model) {
        this.model = model;
    }

    static Optional<Channel> of(String model) {
        return Arrays.stream(values())
                .filter(channel -> channel.model.equals(model))
                .findFirst();
    }

    /** The channel's name in requests and responses. */
    String model() {
        return model;
    }
}
