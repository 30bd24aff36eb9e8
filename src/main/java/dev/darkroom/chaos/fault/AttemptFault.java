package dev.darkroom.chaos.fault;

/** A fault that changes one callback attempt. */
public sealed interface AttemptFault extends CallbackFault permits Delay, Drop, Duplicate, Garble, Reorder {

    AttemptEffect effect();

    @Override
    default Class<? extends Fault> lookupType() {
        return AttemptFault.class;
    }
}
