package dev.darkroom.sandbox;

/** All sandboxes that Darkroom may keep have unfinished tasks, so none can be dropped for a new one. */
public final class TooManySandboxesException extends RuntimeException {

    TooManySandboxesException(int capacity) {
        super("All " + capacity + " sandboxes that Darkroom keeps have unfinished tasks.", null, false, false);
    }
}
