package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A callback arrives after the one that follows it.
 *
 * @param duration the maximum wait for the next callback, on the sandbox's clock
 */
public record Reorder(Duration duration) implements AttemptFault {

    static final FaultType TYPE = new FaultType(
            "reorder",
            FaultTarget.CALLBACK,
            "duration",
            List.of("duration"),
            fields -> new Reorder(fields.positiveDuration("duration").orElse(Duration.ofMinutes(1))));

    @Override
    public FaultType type() {
        return TYPE;
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
