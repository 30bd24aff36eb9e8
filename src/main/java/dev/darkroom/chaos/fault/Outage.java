package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * From the request on that meets it, all that the rule is about get 503, until it is over.
 *
 * @param duration how long it takes, on the sandbox' clock
 */
public record Outage(Duration duration) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "outage",
            FaultTarget.REQUEST,
            "duration",
            List.of("duration"),
            fields -> new Outage(fields.span("duration").orElse(Duration.ofMinutes(1))));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("duration", duration);
    }

    @Override
    public boolean isProcessed() {
        return false;
    }
}
