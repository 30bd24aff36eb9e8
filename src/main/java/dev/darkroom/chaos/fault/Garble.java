package dev.darkroom.chaos.fault;

import java.util.List;

/** The body ends too early to be JSON. */
public record Garble() implements AttemptFault {

    static final Kind KIND = new Kind("garble", Place.CALLBACK, "", List.of(), fields -> new Garble());

    @Override
    public Kind kind() {
        return KIND;
    }
}
