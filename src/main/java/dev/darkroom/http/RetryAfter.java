package dev.darkroom.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The {@code Retry-After} header, in whole seconds, rounded up: whoever waits this long, and is alone with the key, is let in. */
public final class RetryAfter {

    private static final Duration USUAL = Duration.ofSeconds(1);

    private RetryAfter() {}

    public static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    public static Map<String, String> header(Duration wait) {
        return Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait)));
    }

    /**
     * The header of an error that nothing has led to but somebody who asked for it.
     *
     * @param asked how long to wait, if that was asked for, too
     * @param isThrottled whether it tells of a limit of requests, and so has to say something
     */
    public static Map<String, String> header(Optional<Duration> asked, boolean isThrottled) {
        return asked.or(() -> isThrottled ? Optional.of(USUAL) : Optional.empty())
                .map(RetryAfter::header)
                .orElse(Map.of());
    }
}
