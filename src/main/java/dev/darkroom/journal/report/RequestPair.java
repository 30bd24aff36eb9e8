package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two requests of a client, and the time between them. */
record RequestPair(Exchange before, Exchange after) {

    private static final String RETRY_AFTER = "Retry-After";

    private static final Duration TOLERANCE = Duration.ofMillis(50);

    /** @param pauses at least one */
    static RequestPair shortest(List<RequestPair> pauses) {
        return pauses.stream().min(Comparator.comparing(RequestPair::length)).orElseThrow();
    }

    /**
     * How long the client waited: the longer of what its sandbox' clock and real time say, so that neither a clock that
     * stands nor one that runs fast convicts a patient client.
     */
    Duration length() {
        Duration shown = Duration.between(before.at(), after.at());
        Duration real = Duration.between(before.arrivedAt(), after.arrivedAt());
        return shown.compareTo(real) > 0 ? shown : real;
    }

    /** Whether the first one had been answered when the other was sent. */
    boolean isInformed() {
        return !after.arrivedAt().isBefore(before.arrivedAt().plus(before.duration()));
    }

    /** How long the first answer asked the client to wait; HTTP dates do not count. */
    Optional<Duration> asked() {
        return before.answer()
                .header(RETRY_AFTER)
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** Whether the client was asked to wait, and did. */
    boolean isAsAsked() {
        return asked().filter(wait -> length().plus(TOLERANCE).compareTo(wait) >= 0)
                .isPresent();
    }
}
