package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * For a while after its creation the task is not found by who asks for it.
 *
 * @param duration how long, on the sandbox' clock
 */
public record Amnesia(Duration duration) implements TaskFault {

    static final FaultType KIND = new FaultType(
            "amnesia",
            FaultTarget.TASK,
            "duration",
            List.of("duration"),
            fields -> new Amnesia(fields.span("duration").orElse(Duration.ofSeconds(2))));

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("duration", duration);
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(overrides.statusFault().withHiddenFor(duration));
    }
}
