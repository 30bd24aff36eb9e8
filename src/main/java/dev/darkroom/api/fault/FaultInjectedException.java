package dev.darkroom.api.fault;

/** Stops a request that an injected fault prevents from being processed. The fault determines the response. */
public final class FaultInjectedException extends RuntimeException {

    FaultInjectedException() {
        super("a fault was injected", null, false, false);
    }
}
