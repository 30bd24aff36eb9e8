package dev.darkroom.chaos.fault;

import java.util.List;

/** An attempt is lost on its way; the next one comes when the schedule has it. */
public record Drop() implements AttemptFault {

    static final FaultType KIND = new FaultType("drop", FaultTarget.CALLBACK, "", List.of(), fields -> new Drop());

    @Override
    public FaultType kind() {
        return KIND;
    }

    @Override
    public AttemptEffect effect() {
        return AttemptEffect.lost();
    }
}
