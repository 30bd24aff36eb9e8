package dev.darkroom.chaos.fault;

import java.util.List;

/** The body ends too early to be JSON; all else is as it should be. */
public record Malformed() implements RequestFault {

    static final FaultType KIND =
            new FaultType("malformed", FaultTarget.REQUEST, "", List.of(), fields -> new Malformed());

    @Override
    public FaultType kind() {
        return KIND;
    }
}
