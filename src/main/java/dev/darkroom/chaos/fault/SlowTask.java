package dev.darkroom.chaos.fault;

import dev.darkroom.chaos.RuleFields;
import dev.darkroom.field.FieldReader;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;
import dev.darkroom.time.Latency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task takes longer.
 *
 * @param factor the factor that the pending and the processing time are multiplied by
 * @param processing replaces the task's processing time; empty to apply the factor
 */
public record SlowTask(double factor, Optional<Latency> processing) implements TaskFault {

    static final FaultType TYPE = new FaultType(
            "slow",
            FaultTarget.TASK,
            "factor",
            List.of("factor", "duration", "min", "max", "median", "p95"),
            SlowTask::read);

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public Map<String, Object> components() {
        return processing.map(Components::of).orElseGet(() -> Components.of("factor", factor));
    }

    @Override
    public TaskEffect effect() {
        return TaskEffect.SLOWNESS;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        PlanOverrides.Timing timing = overrides.timing();
        return overrides.with(processing.map(timing::withProcessing).orElseGet(() -> timing.withFactor(factor)));
    }

    private static SlowTask read(FieldReader fields) {
        Optional<Latency> processing = RuleFields.latency(fields);
        if (processing.isPresent() && fields.has("factor")) {
            throw fields.invalid("factor", "Give a factor or a duration, not both.");
        }
        return new SlowTask(
                fields.fraction("factor", 0.01, 10_000).orElse(processing.isPresent() ? 1.0 : 10.0), processing);
    }
}
