package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import java.util.List;

/** The task never ends by itself. */
public record Stall() implements TaskFault {

    static final FaultType KIND = new FaultType("stall", FaultTarget.TASK, "", List.of(), fields -> new Stall());

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(overrides.timing().stalling());
    }
}
