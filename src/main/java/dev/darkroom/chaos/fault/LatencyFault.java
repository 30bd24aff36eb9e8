package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.field.FieldReader;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The request is processed immediately, and its response is sent later. The delay is in real time, because clients
 * measure it.
 */
public record LatencyFault(Latency latency) implements RequestFault {

    static final FaultType TYPE = new FaultType(
            "latency",
            FaultTarget.REQUEST,
            "duration",
            List.of("duration", "min", "max", "median", "p95"),
            LatencyFault::read);

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.NONE.withDelay(delay());
    }

    @Override
    public Map<String, Object> components() {
        return Components.of(latency);
    }

    @Override
    public LatencyFault resolve(RandomGenerator random) {
        return new LatencyFault(new Latency.Fixed(latency.draw(random)));
    }

    /** The delay of a fault returned by {@link #resolve}; fails with a {@link ClassCastException} for any other. */
    public Duration delay() {
        return ((Latency.Fixed) latency).duration();
    }

    private static LatencyFault read(FieldReader fields) {
        return new LatencyFault(RuleFields.latency(fields)
                .orElseThrow(() -> fields.invalid("duration", "It needs a delay, such as 500ms.")));
    }
}
