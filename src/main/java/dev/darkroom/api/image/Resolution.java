package dev.darkroom.api.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The resolutions of the model, which all vendors have. Some vendors write them in upper case. */
public enum Resolution {
    ONE_K("1k"),
    TWO_K("2k"),
    FOUR_K("4k");

    public static final String NAMES =
            Arrays.stream(values()).map(Resolution::wireName).collect(Collectors.joining(", "));

    private final String wireName;

    Resolution(String wireName) {
        this.wireName = wireName;
    }

    public static Optional<Resolution> of(String wireName) {
        return Arrays.stream(values()).filter(r -> r.wireName.equals(wireName)).findFirst();
    }

    public String wireName() {
        return wireName;
    }
}
