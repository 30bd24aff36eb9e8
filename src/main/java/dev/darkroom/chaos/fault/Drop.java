package dev.darkroom.chaos.fault;

import java.util.List;

/** A callback attempt is lost in transit. The next attempt is made at its scheduled time. */
public record Drop() implements AttemptFault {

    static final FaultType TYPE = new FaultType("drop", FaultTarget.CALLBACK, "", List.of(), fields -> new Drop());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public AttemptEffect effect() {
        return AttemptEffect.lost();
    }
}
