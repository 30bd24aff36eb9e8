package dev.darkroom.dialect.getimg;

import dev.darkroom.access.RateStanding;
import dev.darkroom.api.RequestContext;
import dev.darkroom.chaos.Operation;
import java.time.Instant;

/** What every answer to a generation says, whatever else it says (providers/getimg.md §6). */
final class RateHeaders {

    private RateHeaders() {}

    static void tell(RequestContext call) {
        if (call.operation().filter(Operation.CREATE::equals).isPresent()) {
            call.sandbox()
                    .flatMap(sandbox -> sandbox.limits().standing(Operation.CREATE))
                    .ifPresent(standing -> tell(call, standing));
        }
    }

    private static void tell(RequestContext call, RateStanding standing) {
        Instant roundedUp = standing.resetsAt().plusSeconds(1).minusNanos(1);
        call.setResponseHeader("X-RateLimit-Limit", Integer.toString(standing.limit()));
        call.setResponseHeader("X-RateLimit-Remaining", Integer.toString(standing.remaining()));
        call.setResponseHeader("X-RateLimit-Reset", Long.toString(roundedUp.getEpochSecond()));
    }
}
