package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.Fields;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The request is processed at once; its answer comes later, in real time, for so clients measure it. */
public record LateAnswer(Latency latency) implements RequestFault {

    static final Kind KIND = new Kind(
            "latency", Place.REQUEST, "duration", List.of("duration", "min", "max", "median", "p95"), LateAnswer::read);

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of(latency);
    }

    @Override
    public LateAnswer settled(RandomGenerator random) {
        return new LateAnswer(new Latency.Fixed(latency.draw(random)));
    }

    /** Of one that is settled. */
    public Duration delay() {
        return ((Latency.Fixed) latency).duration();
    }

    private static LateAnswer read(Fields fields) {
        return new LateAnswer(fields.latency().orElseThrow(() -> fields.invalid("duration", "Say how late.")));
    }
}
