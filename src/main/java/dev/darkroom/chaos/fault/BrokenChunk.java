package dev.darkroom.chaos.fault;

import java.util.List;

/** A chunked response with an invalid chunk size. The server then closes the connection. */
public record BrokenChunk() implements RequestFault {

    static final FaultType TYPE =
            new FaultType("broken_chunk", FaultTarget.REQUEST, "", List.of(), fields -> new BrokenChunk());

    @Override
    public FaultType type() {
        return TYPE;
    }

    @Override
    public ResponseEffect effect() {
        return ResponseEffect.of(new Transmission.InvalidChunk());
    }
}
