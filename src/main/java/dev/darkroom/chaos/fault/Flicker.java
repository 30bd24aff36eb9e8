package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;
import java.util.List;

/** One poll reports an earlier status of the task: {@code pending} after {@code processing}. */
public record Flicker() implements TaskFault {

    static final FaultType TYPE = new FaultType("flicker", FaultTarget.TASK, "", List.of(), fields -> new Flicker());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public boolean needsPolls() {
        return true;
    }

    @Override
    public TaskEffect effect() {
        return TaskEffect.FLICKER;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(overrides.statusFault().withFlicker());
    }
}
