package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;
import java.util.List;

/** The task never finishes by itself. */
public record Stall() implements TaskFault {

    static final FaultType TYPE = new FaultType("stall", FaultTarget.TASK, "", List.of(), fields -> new Stall());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public TaskEffect effect() {
        return TaskEffect.STALL;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(overrides.timing().stalling());
    }
}
