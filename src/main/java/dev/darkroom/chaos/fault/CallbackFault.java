package dev.darkroom.chaos.fault;

/** A fault that changes the callback of a task. */
public sealed interface CallbackFault extends Fault permits AttemptFault, Early {}
