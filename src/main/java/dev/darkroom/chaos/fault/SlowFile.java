package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The picture comes drop by drop.
 *
 * @param duration how long it takes, in real time
 */
public record SlowFile(Duration duration) implements FileFault {

    static final FaultType KIND = new FaultType(
            "slow",
            FaultTarget.FILE,
            "duration",
            List.of("duration"),
            fields -> new SlowFile(fields.span("duration").orElse(Duration.ofSeconds(10))));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("duration", duration);
    }
}
