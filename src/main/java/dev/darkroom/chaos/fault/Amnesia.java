package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Polls do not find the task for a while after its creation.
 *
 * @param duration how long polls do not find it, on the sandbox's clock
 */
public record Amnesia(Duration duration) implements TaskFault {

    static final FaultType TYPE = new FaultType(
            "amnesia",
            FaultTarget.TASK,
            "duration",
            List.of("duration"),
            fields -> new Amnesia(fields.positiveDuration("duration").orElse(Duration.ofSeconds(2))));

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public boolean needsPolls() {
        return true;
    }

    @Override
    public Map<String, Object> components() {
        return Components.of("duration", duration);
    }

    @Override
    public TaskEffect effect() {
        return TaskEffect.AMNESIA;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(overrides.statusFault().withHiddenFor(duration));
    }
}
