package dev.darkroom.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * The leaps of one sandbox' clock, one after the other. A leap goes from instant to instant: what falls due at one
 * happens, and every attempt of a callback has its result, before the clock moves to the next; so a receiver is called
 * in order, and called again when the time for it comes. No thread waits meanwhile.
 */
final class Journeys {

    private final Sandbox sandbox;
    private final ArrayDeque<Journey> waiting = new ArrayDeque<>();
    private boolean travelling;

    Journeys(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    void add(Duration duration, Consumer<Advanced> onArrival) {
        sandbox.locked(() -> {
            waiting.add(new Journey(duration, onArrival));
            beginNext();
        });
    }

    private void beginNext() {
        if (!travelling && !waiting.isEmpty()) {
            travelling = true;
            Journey journey = waiting.remove();
            go(journey, sandbox.now().plus(journey.duration()), 0);
        }
    }

    private void go(Journey journey, Instant end, int eventsBefore) {
        int events = eventsBefore;
        while (sandbox.isDue(end)) {
            events += sandbox.runNextInstant();
            if (!sandbox.callbacks().isIdle()) {
                break;
            }
        }
        int eventsSoFar = events;
        sandbox.callbacks().whenIdle(() -> {
            if (sandbox.isDue(end)) {
                go(journey, end, eventsSoFar);
            } else {
                arrive(journey, end, eventsSoFar);
            }
        });
    }

    private void arrive(Journey journey, Instant end, int events) {
        sandbox.clock().jumpTo(end);
        sandbox.rearm();
        travelling = false;
        journey.onArrival().accept(new Advanced(sandbox.now(), events));
        beginNext();
    }

    private record Journey(Duration duration, Consumer<Advanced> onArrival) {}
}
