package dev.darkroom.http;

import dev.darkroom.time.HttpDate;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Retry-After} header, in whole seconds, or as a date. It is rounded up, so that the only client of a
 * key is admitted after this time.
 */
public final class RetryAfter {

    private static final Duration DEFAULT = Duration.ofSeconds(1);

    private RetryAfter() {}

    public static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    public static Map<String, String> header(Duration wait) {
        return Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
    }

    /** The value of a header with a date, rounded up to whole seconds. */
    public static String date(Instant at) {
        return HttpDate.of(at.plusSeconds(1).minusNanos(1));
    }

    /**
     * The header of an injected error.
     *
     * @param requested the wait that the rule or trigger sets
     * @param isRateLimit whether the error reports a rate limit, which always has this header
     */
    public static Map<String, String> header(Optional<Duration> requested, boolean isRateLimit) {
        return requested
                .or(() -> isRateLimit ? Optional.of(DEFAULT) : Optional.empty())
                .map(RetryAfter::header)
                .orElse(Map.of());
    }
}
