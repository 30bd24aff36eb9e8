package dev.darkroom.task;

import java.time.Duration;

/**
 * What a client is told of its task that is not so.
 *
 * @param hiddenFor how long after its creation there seems to be no such task
 * @param flickers whether it seems, once, to stand where it stood before
 */
public record Mishap(Duration hiddenFor, boolean flickers) {

    /** All that is told is so. */
    public static final Mishap NONE = new Mishap(Duration.ZERO, false);

    public Mishap hidden(Duration time) {
        return new Mishap(time, flickers);
    }

    public Mishap flickering() {
        return new Mishap(hiddenFor, true);
    }
}
