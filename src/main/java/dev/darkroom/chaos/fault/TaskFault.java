package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskEffect;

/** A fault that changes how a task runs. */
public sealed interface TaskFault extends Fault permits Amnesia, Fail, Flicker, NoOutput, NoRefund, SlowTask, Stall {

    /** The overrides of a task with this fault. */
    PlanOverrides applyTo(PlanOverrides overrides);

    /** How long the fault applies to the task. */
    TaskEffect effect();

    /** Whether only a client that polls can observe this fault. */
    default boolean needsPolls() {
        return false;
    }

    @Override
    default Class<? extends Fault> lookupType() {
        return TaskFault.class;
    }
}
