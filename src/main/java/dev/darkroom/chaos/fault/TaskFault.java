package dev.darkroom.chaos.fault;

/** What becomes of a task. */
public sealed interface TaskFault extends Fault permits Amnesia, Fail, Flicker, NoOutput, NoRefund, SlowTask, Stall {}
