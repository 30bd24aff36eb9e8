package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import java.util.List;

/** Once, the task is told to stand where it stood before: after {@code processing}, {@code pending} again. */
public record Flicker() implements TaskFault {

    static final FaultType KIND = new FaultType("flicker", FaultTarget.TASK, "", List.of(), fields -> new Flicker());

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public PlanOverrides applyTo(PlanOverrides overrides) {
        return overrides.with(overrides.statusFault().withFlicker());
    }
}
