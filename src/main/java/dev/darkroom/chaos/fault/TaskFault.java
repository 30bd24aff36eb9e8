package dev.darkroom.chaos.fault;

import dev.darkroom.task.PlanOverrides;

/** A fault of one task. */
public sealed interface TaskFault extends Fault permits Amnesia, Fail, Flicker, NoOutput, NoRefund, SlowTask, Stall {

    /** The overrides of a task with this fault. */
    PlanOverrides applyTo(PlanOverrides overrides);
}
