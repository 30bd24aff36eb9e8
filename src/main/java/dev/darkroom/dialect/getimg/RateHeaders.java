package dev.darkroom.dialect.getimg;

import dev.darkroom.access.RateStanding;
import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.Operation;
import java.time.Instant;

/** The rate limit headers of every response to a generation (providers/getimg.md §6). */
final class RateHeaders {

    private RateHeaders() {}

    static void add(RequestContext request) {
        if (request.operation().filter(Operation.CREATE::equals).isPresent()) {
            request.sandbox()
                    .flatMap(sandbox -> sandbox.limits().standing(Operation.CREATE))
                    .ifPresent(standing -> add(request, standing));
        }
    }

    private static void add(RequestContext request, RateStanding standing) {
        Instant roundedUp = standing.resetsAt().plusSeconds(1).minusNanos(1);
        request.setResponseHeader("X-RateLimit-Limit", Integer.toString(standing.limit()));
        request.setResponseHeader("X-RateLimit-Remaining", Integer.toString(standing.remaining()));
        request.setResponseHeader("X-RateLimit-Reset", Long.toString(roundedUp.getEpochSecond()));
    }
}
