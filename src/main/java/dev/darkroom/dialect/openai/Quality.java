package dev.darkroom.dialect.openai;

import java.util.List;
import java.util.Locale;

/** The values of {@code quality}, except for {@code auto}. */
enum Quality {
    LOW(16),
    MEDIUM(48),
    HIGH(96),
    /** Of models 2.5 and later. Its factor is inferred. */
    XHIGH(144),
    /** Of models 2.5 and later. Its factor is inferred. */
    MAX(192);

    static final List<Quality> ALL = List.of(values());
    static final List<Quality> UNTIL_2 = List.of(LOW, MEDIUM, HIGH);

    private final int factor;

    Quality(int factor) {
        this.factor = factor;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The factor in the formula for the tokens of an image. */
    int factor() {
        return factor;
    }
}
