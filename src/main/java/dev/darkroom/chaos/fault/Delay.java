package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.field.FieldReader;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A callback attempt is made later, on the sandbox's clock. */
public record Delay(Latency latency) implements AttemptFault {

    static final FaultType TYPE = new FaultType(
            "delay", FaultTarget.CALLBACK, "duration", List.of("duration", "min", "max", "median", "p95"), Delay::read);

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of(latency);
    }

    @Override
    public Delay resolve(RandomGenerator random) {
        return new Delay(new Latency.Fixed(latency.draw(random)));
    }

    /** The effect of a fault returned by {@link #resolve}; fails with a {@link ClassCastException} for any other. */
    @Override
    public AttemptEffect effect() {
        return AttemptEffect.delayed(((Latency.Fixed) latency).duration());
    }

    private static Delay read(FieldReader fields) {
        return new Delay(RuleFields.latency(fields).orElseGet(() -> new Latency.Fixed(Duration.ofSeconds(30))));
    }
}
