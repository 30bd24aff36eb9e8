package dev.darkroom.chaos.fault;

import java.util.List;

/** The task is finished at once, and its callback arrives before the answer to the create request. */
public record Early() implements CallbackFault {

    static final FaultType KIND = new FaultType("early", FaultTarget.CALLBACK, "", List.of(), fields -> new Early());

    @Override
    public FaultType kind() {
        return KIND;
    }
}
