package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The body comes drop by drop.
 *
 * @param duration how long it takes, in real time
 */
public record Drip(Duration duration) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "drip",
            FaultTarget.REQUEST,
            "duration",
            List.of("duration"),
            fields -> new Drip(fields.span("duration").orElse(Duration.ofSeconds(10))));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("duration", duration);
    }
}
