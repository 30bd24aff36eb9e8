package dev.darkroom.chaos.fault;

/** What becomes of a callback. */
public sealed interface CallbackFault extends Fault permits AttemptFault, Early {}
