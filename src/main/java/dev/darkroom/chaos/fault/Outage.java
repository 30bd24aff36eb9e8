package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A matching request gets status 503, and so does each further request that the rule matches until the outage ends.
 *
 * @param duration how long the outage lasts, on the sandbox's clock
 */
public record Outage(Duration duration) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "outage",
            FaultTarget.REQUEST,
            "duration",
            List.of("duration"),
            fields -> new Outage(fields.positiveDuration("duration").orElse(Duration.ofMinutes(1))));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public Optional<Duration> outage() {
        return Optional.of(duration);
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new ContentEffect.OutageError());
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
