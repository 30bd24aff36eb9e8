package dev.darkroom.chaos.fault;

import java.util.List;

/** The task never finishes by itself. */
public record Stall() implements TaskFault {

    static final FaultType TYPE = new FaultType("stall", FaultTarget.TASK, "", List.of(), fields -> new Stall());

    @Override
    public FaultType type() {
        return TYPE;
    }
}
