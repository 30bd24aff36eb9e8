package dev.darkroom.chaos.fault;

import java.util.List;

/** The answer begins in chunks, and one of them is none; then the connection is closed. */
public record BrokenChunk() implements RequestFault {

    static final FaultType KIND =
            new FaultType("broken_chunk", FaultTarget.REQUEST, "", List.of(), fields -> new BrokenChunk());

    @Override
    public FaultType kind() {
        return KIND;
    }
}
