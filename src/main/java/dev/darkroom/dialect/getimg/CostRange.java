package dev.darkroom.dialect.getimg;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The time range of a request for costs; both ends are included (providers/getimg.md §1). */
record CostRange(Instant start, Instant end) {

    static final Duration MAX_RANGE = Duration.ofDays(180);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** A complete ISO 8601 date and time with a time zone; empty for any other text. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Why the range is invalid; empty if it is valid. */
    Optional<String> error() {
        if (!end.isAfter(start)) {
            return Optional.of("It must be after 'start'.");
        }
        return Duration.between(start, end).compareTo(MAX_RANGE) > 0
                ? Optional.of("It must be within " + MAX_RANGE.toDays() + " days of 'start'.")
                : Optional.empty();
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(start) && !instant.isAfter(end);
    }
}
