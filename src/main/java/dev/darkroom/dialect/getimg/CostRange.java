package dev.darkroom.dialect.getimg;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** From when to when costs are asked for; both instants belong to it (providers/getimg.md §1). */
record CostRange(Instant start, Instant end) {

    static final Duration MAX_RANGE = Duration.ofDays(180);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** A time with a zone, as ISO 8601 writes it in full; empty for anything else. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(instant -> !instant.isBefore(FIRST) && !instant.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Why there is no such range; empty when there is. */
    Optional<String> flaw() {
        if (!end.isAfter(start)) {
            return Optional.of("It must be after 'start'.");
        }
        return Duration.between(start, end).compareTo(MAX_RANGE) > 0
                ? Optional.of("It must be within " + MAX_RANGE.toDays() + " days of 'start'.")
                : Optional.empty();
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(start) && !instant.isAfter(end);
    }
}
