package dev.darkroom.chaos.fault;

import java.util.List;

/** The URL is told to have expired. */
public record Expired() implements FileFault {

    static final FaultType KIND = new FaultType("expired", FaultTarget.FILE, "", List.of(), fields -> new Expired());

    @Override
    public FaultType kind() {
        return KIND;
    }
}
