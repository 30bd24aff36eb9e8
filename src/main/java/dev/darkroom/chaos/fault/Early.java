package dev.darkroom.chaos.fault;

import java.util.List;

/** The task finishes immediately, and its callback arrives before the response to the create request. */
public record Early() implements CallbackFault {

    static final FaultType TYPE = new FaultType("early", FaultTarget.CALLBACK, "", List.of(), fields -> new Early());

    @Override
    public FaultType type() {
        return TYPE;
    }

    /** Decided once, when the task is created; the faults of attempts are decided at each attempt. */
    @Override
    public Class<? extends Fault> lookupType() {
        return Early.class;
    }
}
