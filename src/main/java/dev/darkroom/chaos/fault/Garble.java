package dev.darkroom.chaos.fault;

import java.util.List;

/** The body of a callback attempt ends too early to be valid JSON. */
public record Garble() implements AttemptFault {

    static final FaultType TYPE = new FaultType("garble", FaultTarget.CALLBACK, "", List.of(), fields -> new Garble());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public AttemptEffect effect() {
        return AttemptEffect.garbled();
    }
}
