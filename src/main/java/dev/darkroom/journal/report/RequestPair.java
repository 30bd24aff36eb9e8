package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.time.HttpDate;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two requests of a client, and the time between them. */
record RequestPair(Exchange earlier, Exchange later) {

    private static final String RETRY_AFTER = "Retry-After";

    /** The tolerated inaccuracy of a client's timer. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    /**
     * The pair with the shortest time between its requests.
     *
     * @param pairs at least one
     */
    static RequestPair shortest(List<RequestPair> pairs) {
        return pairs.stream().min(Comparator.comparing(RequestPair::elapsed)).orElseThrow();
    }

    /**
     * The time that the client waited: on the sandbox's clock or in real time, whichever is longer. So a client that
     * waits long enough is never blamed, whether the clock is frozen or runs fast.
     */
    Duration elapsed() {
        Duration onClock = Duration.between(earlier.at(), later.at());
        Duration inRealTime = Duration.between(earlier.arrivedAt(), later.arrivedAt());
        return onClock.compareTo(inRealTime) > 0 ? onClock : inRealTime;
    }

    /** Whether the later request was sent after the response to the earlier one. */
    boolean isAfterResponse() {
        return !later.arrivedAt().isBefore(earlier.arrivedAt().plus(earlier.duration()));
    }

    /** The {@code Retry-After} of the earlier response: seconds, or an HTTP date in real time. */
    Optional<Duration> requestedWait() {
        return earlier.response().header(RETRY_AFTER).map(String::strip).flatMap(this::parse);
    }

    private Optional<Duration> parse(String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        return HttpDate.parse(retryAfter)
                .map(date -> Duration.between(earlier.arrivedAt(), date))
                .filter(wait -> !wait.isNegative());
    }

    /** Whether the earlier response asked the client to wait, and the client did. */
    boolean hasHonoredWait() {
        return requestedWait()
                .filter(wait -> elapsed().plus(TOLERANCE).compareTo(wait) >= 0)
                .isPresent();
    }
}
