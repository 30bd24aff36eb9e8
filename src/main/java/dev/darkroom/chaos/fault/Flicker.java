package dev.darkroom.chaos.fault;

import java.util.List;

/** Once, the task is told to stand where it stood before: after {@code processing}, {@code pending} again. */
public record Flicker() implements TaskFault {

    static final Kind KIND = new Kind("flicker", Place.TASK, "", List.of(), fields -> new Flicker());

    @Override
    public Kind kind() {
        return KIND;
    }
}
