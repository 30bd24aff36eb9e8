package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A callback comes after the next one.
 *
 * @param duration how long it waits for that, on the sandbox' clock
 */
public record Reorder(Duration duration) implements AttemptFault {

    static final FaultType KIND = new FaultType(
            "reorder",
            FaultTarget.CALLBACK,
            "duration",
            List.of("duration"),
            fields -> new Reorder(fields.span("duration").orElse(Duration.ofMinutes(1))));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("duration", duration);
    }

    @Override
    public AttemptEffect effect() {
        return AttemptEffect.reordered(duration);
    }
}
