package dev.darkroom.chaos.fault;

import java.util.List;

/** The picture has the right type and length, and cannot be decoded. */
public record Corrupt() implements FileFault {

    static final FaultType KIND = new FaultType("corrupt", FaultTarget.FILE, "", List.of(), fields -> new Corrupt());

    @Override
    public FaultType kind() {
        return KIND;
    }
}
