package dev.darkroom.chaos.fault;

import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import java.util.List;

/** The task completes without an image. */
public record NoOutput() implements TaskFault {

    static final FaultType TYPE = new FaultType("no_output", FaultTarget.TASK, "", List.of(), fields -> new NoOutput());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(new Outcome.Completes(false));
    }
}
