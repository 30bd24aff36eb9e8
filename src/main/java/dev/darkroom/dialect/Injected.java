package dev.darkroom.dialect;

/** A request is not processed, for a fault wants it so; what its client gets instead is up to the fault. */
public final class Injected extends RuntimeException {

    Injected() {
        super("a fault was planted here", null, false, false);
    }
}
