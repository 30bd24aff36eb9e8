package dev.darkroom.chaos.fault;

import java.util.List;

/** The task never ends by itself. */
public record Stall() implements TaskFault {

    static final FaultType KIND = new FaultType("stall", FaultTarget.TASK, "", List.of(), fields -> new Stall());

    @Override
    public FaultType kind() {
        return KIND;
    }
}
