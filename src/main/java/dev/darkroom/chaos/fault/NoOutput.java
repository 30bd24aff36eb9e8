package dev.darkroom.chaos.fault;

import java.util.List;

/** The task completes, and there is no picture. */
public record NoOutput() implements TaskFault {

    static final Kind KIND = new Kind("no_output", Place.TASK, "", List.of(), fields -> new NoOutput());

    @Override
    public Kind kind() {
        return KIND;
    }
}
