package dev.darkroom.chaos.fault;

import java.util.List;

/** The body ends too early to be JSON; all else is as it should be. */
public record Malformed() implements RequestFault {

    static final Kind KIND = new Kind("malformed", Place.REQUEST, "", List.of(), fields -> new Malformed());

    @Override
    public Kind kind() {
        return KIND;
    }
}
