package dev.darkroom.dialect.reapi;

import java.util.Arrays;
import java.util.Optional;

/** The variants of the model; one string in the request picks one (seeds/002: Two variants, one endpoint). */
enum Channel {
    /** Cheap, one picture, a flat price for each resolution. The page calls it basic, and its price list self. */
    BASIC("gpt-image-2"),
    /** All fields there are. The page calls it the stable channel. */
    OFFICIAL("gpt-image-2-official"),
    /** In a catalogue of July 2026, with the fields of the basic one (providers/reapi.md §3); to be had by setting only. */
    BETA("gpt-image-2-beta");

    private final String model;

    Channel(String model) {
        this.model = model;
    }

    static Optional<Channel> of(String model) {
        return Arrays.stream(values()).filter(c -> c.model.equals(model)).findFirst();
    }

    /** As it is called in requests and answers. */
    String model() {
        return model;
    }
}
