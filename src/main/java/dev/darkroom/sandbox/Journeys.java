package dev.darkroom.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * The leaps of one sandbox' clock, one after the other. A leap goes from event to event: each happens at its own
 * instant, and an attempt that failed on the way is made again when its time comes. The clock arrives when nothing
 * is left to do and every attempt has its result; until then no thread waits.
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
        int events = eventsBefore + sandbox.runDueUntil(end);
        sandbox.callbacks().whenIdle(() -> {
            if (sandbox.isDue(end)) {
                go(journey, end, events);
            } else {
                arrive(journey, end, events);
            }
        });
    }

    private void arrive(Journey journey, Instant end, int events) {
        sandbox.clock().jumpTo(end);
        travelling = false;
        journey.onArrival().accept(new Advanced(sandbox.now(), events));
        beginNext();
    }

    private record Journey(Duration duration, Consumer<Advanced> onArrival) {}
}
