package dev.darkroom.chaos.fault;

/** A fault of one attempt of a callback. */
public sealed interface AttemptFault extends CallbackFault permits Delay, Drop, Duplicate, Garble, Reorder {

    AttemptEffect effect();
}
