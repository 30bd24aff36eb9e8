package dev.darkroom.dialect.getimg;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Formats instants. */
final class Times {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** UTC with milliseconds, like {@code deletes_at} in the vendor's samples. */
    static String text(Instant instant) {
        return MILLIS.format(instant);
    }
}
