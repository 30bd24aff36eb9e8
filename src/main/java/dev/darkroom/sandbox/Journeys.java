package dev.darkroom.sandbox;

import dev.darkroom.callback.Callbacks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The leaps of one sandbox' clock, one after the other. A leap goes from instant to instant: what falls due at one
 * happens, and every attempt of a callback has its result, before the clock moves to the next; so a receiver is called
 * in order, and called again when the time for it comes. No thread waits meanwhile.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
final class Journeys {

    private final Timeline timeline;
    private final Callbacks callbacks;
    private final Supplier<Tally> tally;
    private final ArrayDeque<Journey> waiting = new ArrayDeque<>();
    private boolean travelling;

    /** @param tally how much has happened so far */
    Journeys(Timeline timeline, Callbacks callbacks, Supplier<Tally> tally) {
        this.timeline = timeline;
        this.callbacks = callbacks;
        this.tally = tally;
    }

    /**
     * @param target where to, seen from where the clock stands when the journeys before have arrived; what has passed
     *     by then is arrived at
     */
    void add(UnaryOperator<Instant> target, Consumer<Advanced> onArrival) {
        waiting.add(new Journey(target, onArrival));
        beginNext();
    }

    private void beginNext() {
        if (!travelling && !waiting.isEmpty()) {
            travelling = true;
            Journey journey = waiting.remove();
            Instant start = timeline.clock().instant();
            Tally before = tally.get();
            Instant end = journey.target().apply(start);
            go(end, () -> arrive(journey, start, end, before));
        }
    }

    private void go(Instant end, Runnable arrive) {
        while (timeline.isDue(end)) {
            timeline.runNextInstant();
            if (!callbacks.isIdle()) {
                break;
            }
        }
        callbacks.whenIdle(() -> {
            if (timeline.isDue(end)) {
                go(end, arrive);
            } else {
                arrive.run();
            }
        });
    }

    private void arrive(Journey journey, Instant start, Instant end, Tally before) {
        timeline.clock().jumpTo(end);
        timeline.rearm();
        travelling = false;
        journey.onArrival()
                .accept(new Advanced(
                        start, timeline.clock().instant(), tally.get().minus(before)));
        beginNext();
    }

    private record Journey(UnaryOperator<Instant> target, Consumer<Advanced> onArrival) {}
}
