package dev.darkroom.dialect.openai;

import java.util.List;
import java.util.Locale;

/** The values of {@code background}, in the order of the vendor's errors. */
enum Background {
    TRANSPARENT,
    OPAQUE,
    /** The default; it becomes {@code opaque}. */
    AUTO;

    static final List<Background> ALL = List.of(values());

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
