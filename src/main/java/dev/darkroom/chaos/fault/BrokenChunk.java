package dev.darkroom.chaos.fault;

import java.util.List;

/** The answer begins in chunks, and one of them is none; then the connection is closed. */
public record BrokenChunk() implements RequestFault {

    static final Kind KIND = new Kind("broken_chunk", Place.REQUEST, "", List.of(), fields -> new BrokenChunk());

    @Override
    public Kind kind() {
        return KIND;
    }
}
