package dev.darkroom.chaos.fault;

import java.util.List;

/** The task never ends by itself. */
public record Stall() implements TaskFault {

    static final Kind KIND = new Kind("stall", Place.TASK, "", List.of(), fields -> new Stall());

    @Override
    public Kind kind() {
        return KIND;
    }
}
