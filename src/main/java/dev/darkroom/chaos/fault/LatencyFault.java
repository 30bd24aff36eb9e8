package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The request is processed at once; its answer comes later, in real time, for so clients measure it. */
public record LatencyFault(Latency latency) implements RequestFault {

    static final FaultType KIND = new FaultType(
            "latency",
            FaultTarget.REQUEST,
            "duration",
            List.of("duration", "min", "max", "median", "p95"),
            LatencyFault::read);

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of(latency);
    }

    @Override
    public LatencyFault settled(RandomGenerator random) {
        return new LatencyFault(new Latency.Fixed(latency.draw(random)));
    }

    /** Of one that is settled. */
    public Duration delay() {
        return ((Latency.Fixed) latency).duration();
    }

    private static LatencyFault read(RuleFields fields) {
        return new LatencyFault(fields.latency().orElseThrow(() -> fields.invalid("duration", "Say how late.")));
    }
}
