package dev.darkroom.sandbox;

/** As many sandboxes are kept as may be, each has something to do, and none of them may be dropped. */
public final class TooManySandboxes extends RuntimeException {

    TooManySandboxes(int capacity) {
        super("All " + capacity + " sandboxes that Darkroom keeps have unfinished tasks.", null, false, false);
    }
}
