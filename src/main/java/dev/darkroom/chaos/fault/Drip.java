package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The body is sent in small pieces.
 *
 * @param duration how long it takes to send the body, in real time
 */
public record Drip(Duration duration) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "drip",
            FaultTarget.REQUEST,
            "duration",
            List.of("duration"),
            fields -> new Drip(fields.positiveDuration("duration").orElse(Duration.ofSeconds(10))));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new Transmission.Slow(duration));
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("duration", duration);
    }
}
