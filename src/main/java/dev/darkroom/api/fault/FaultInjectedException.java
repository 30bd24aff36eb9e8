package dev.darkroom.api.fault;

/** A request is not processed, for a fault wants it so; what its client gets instead is up to the fault. */
public final class FaultInjectedException extends RuntimeException {

    FaultInjectedException() {
        super("a fault was planted here", null, false, false);
    }
}
