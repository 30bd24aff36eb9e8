package dev.darkroom.chaos.fault;

import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;
import java.util.List;

/** The task completes without an image, however it completes. */
public record NoOutput() implements TaskFault {

    static final FaultType TYPE = new FaultType("no_output", FaultTarget.TASK, "", List.of(), fields -> new NoOutput());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public TaskEffect effect() {
        return TaskEffect.NO_OUTPUT;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(new Outcome.Completes(false));
    }
}
