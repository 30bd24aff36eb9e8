package dev.darkroom.chaos.fault;

import java.util.List;

/** There is nothing behind the URL. */
public record Missing() implements FileFault {

    static final FaultType KIND = new FaultType("missing", FaultTarget.FILE, "", List.of(), fields -> new Missing());

    @Override
    public FaultType kind() {
        return KIND;
    }
}
