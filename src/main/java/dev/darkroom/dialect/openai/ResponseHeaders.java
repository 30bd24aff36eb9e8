package dev.darkroom.dialect.openai;

import dev.darkroom.access.RateLimitState;
import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.Operation;
import dev.darkroom.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The headers of responses (providers/openai.md §5 and §9). */
final class ResponseHeaders {

    private static final String VERSION = "2020-10-01";

    /** Inferred. */
    private static final String ORGANIZATION = "org-darkroom";

    private ResponseHeaders() {}

    static void add(RequestContext request) {
        request.setResponseHeader("openai-version", VERSION);
        request.setResponseHeader("openai-organization", ORGANIZATION);
        request.setResponseHeader("openai-processing-ms", Long.toString(processingMillis(request)));
        if (request.operation().filter(Operation.CREATE::equals).isPresent()) {
            request.sandbox().ifPresent(sandbox -> addRateLimit(request, sandbox));
        }
    }

    /** The time since the key was checked, on the sandbox's clock. Without a sandbox, real time. */
    private static long processingMillis(RequestContext request) {
        Optional<Duration> onClock = request.sandbox()
                .flatMap(sandbox -> request.sandboxTime().map(begin -> Duration.between(begin, sandbox.now())));
        return Math.max(0, onClock.orElseGet(request::age).toMillis());
    }

    /** Without a limit, the headers show the largest published one, of which nothing is used up. */
    private static void addRateLimit(RequestContext request, Sandbox sandbox) {
        int unlimited = Tier.FIVE.imagesPerMinute();
        Instant now = sandbox.now();
        RateLimitState state = sandbox.limits()
                .rateLimitState(Operation.CREATE)
                .orElseGet(() -> new RateLimitState(unlimited, unlimited, now));
        request.setResponseHeader("x-ratelimit-limit-requests", Integer.toString(state.limit()));
        request.setResponseHeader("x-ratelimit-remaining-requests", Integer.toString(state.remaining()));
        request.setResponseHeader("x-ratelimit-reset-requests", text(Duration.between(now, state.resetsAt())));
    }

    /** A duration such as {@code 1s}, {@code 6m0s} or {@code 250ms}. */
    static String text(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 1000) {
            return millis + "ms";
        }
        long seconds = (millis + 999) / 1000;
        String text = seconds % 60 + "s";
        if (seconds >= 60) {
            text = seconds / 60 % 60 + "m" + text;
        }
        return seconds >= 3600 ? seconds / 3600 + "h" + text : text;
    }
}
