package dev.darkroom.chaos.fault;

import java.util.List;

/** The body ends too early to be JSON. */
public record Garble() implements AttemptFault {

    static final FaultType KIND = new FaultType("garble", FaultTarget.CALLBACK, "", List.of(), fields -> new Garble());

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public AttemptEffect effect() {
        return AttemptEffect.garbled();
    }
}
