package dev.darkroom.dialect.getimg;

import dev.darkroom.access.RateLimitState;
import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.Operation;
import java.time.Instant;

/** The rate limit headers of every response to a generation (providers/getimg.md §6). */
final class RateLimitHeaders {

    private RateLimitHeaders() {}

    static void add(RequestContext request) {
        if (request.operation().filter(Operation.CREATE::equals).isPresent()) {
            request.sandbox()
                    .flatMap(sandbox -> sandbox.limits().rateLimitState(Operation.CREATE))
                    .ifPresent(state -> add(request, state));
        }
    }

    private static void add(RequestContext request, RateLimitState state) {
        Instant resetsAtRoundedUp = state.resetsAt().plusSeconds(1).minusNanos(1);
        request.setResponseHeader("X-RateLimit-Limit", Integer.toString(state.limit()));
        request.setResponseHeader("X-RateLimit-Remaining", Integer.toString(state.remaining()));
        request.setResponseHeader("X-RateLimit-Reset", Long.toString(resetsAtRoundedUp.getEpochSecond()));
    }
}
