package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The image is sent in small pieces.
 *
 * @param duration how long it takes to send the image, in real time
 */
public record SlowFile(Duration duration) implements FileFault {

    static final FaultType TYPE = new FaultType(
            "slow",
            FaultTarget.FILE,
            "duration",
            List.of("duration"),
            fields -> new SlowFile(fields.positiveDuration("duration").orElse(Duration.ofSeconds(10))));

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
