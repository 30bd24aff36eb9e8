package dev.darkroom.sandbox;

import dev.darkroom.callback.Callbacks;
import dev.darkroom.time.SandboxClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
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
final class ClockAdvances {

    private final Timeline timeline;
    private final Callbacks callbacks;
    private final Supplier<EventCounts> tally;
    private final ArrayDeque<Advance> waiting = new ArrayDeque<>();
    private Progress leg;
    private boolean going;
    private boolean paused;
    private boolean stopped;

    /** @param tally how much has happened so far */
    ClockAdvances(Timeline timeline, Callbacks callbacks, Supplier<EventCounts> tally) {
        this.timeline = timeline;
        this.callbacks = callbacks;
        this.tally = tally;
    }

    /**
     * @param target where to, seen from where the clock stands when the journeys before have arrived; what has passed
     *     by then is arrived at
     * @param onEnd told of the arrival; of nothing when the journey is stopped before
     */
    void add(UnaryOperator<Instant> target, Consumer<Optional<AdvanceResult>> onEnd) {
        waiting.add(new Advance(target, onEnd));
        if (stopped) {
            stop();
        } else {
            goOn();
        }
    }

    /** Ends all of them where they are, and from now on any other before it begins. */
    void stop() {
        stopped = true;
        if (leg != null) {
            waiting.addFirst(leg.journey());
            leg = null;
        }
        while (!waiting.isEmpty()) {
            waiting.remove().onEnd().accept(Optional.empty());
        }
    }

    /** Goes as far as it can without waiting; step by step, for there may be many, and each may end in the next. */
    private void goOn() {
        if (!going && !paused) {
            going = true;
            try {
                while (step()) {
                    // and the next
                }
            } finally {
                going = false;
            }
        }
    }

    /** @return whether there may be another step right after this one */
    private boolean step() {
        if (leg == null) {
            return begin();
        }
        if (leg.mustWait() && !callbacks.isIdle()) {
            leg = leg.waited();
            paused = true;
            callbacks.whenDone(() -> {
                paused = false;
                goOn();
            });
            return false;
        }
        if (timeline.isDue(leg.end())) {
            timeline.runNextInstant();
            leg = leg.moved();
        } else {
            arrive();
        }
        return true;
    }

    private boolean begin() {
        Advance journey = waiting.poll();
        if (journey != null) {
            Instant start = timeline.clock().instant();
            Instant target = journey.target().apply(start);
            Instant end = target.isAfter(SandboxClock.END) ? SandboxClock.END : target;
            leg = new Progress(journey, start, end, tally.get(), true);
        }
        return journey != null;
    }

    private void arrive() {
        Progress done = leg;
        leg = null;
        timeline.clock().advanceTo(done.end());
        timeline.rearm();
        done.journey()
                .onEnd()
                .accept(Optional.of(new AdvanceResult(
                        done.start(), timeline.clock().instant(), tally.get().minus(done.before()))));
    }

    private record Advance(UnaryOperator<Instant> target, Consumer<Optional<AdvanceResult>> onEnd) {}

    /** @param mustWait whether attempts may have begun since they were last waited for */
    private record Progress(Advance journey, Instant start, Instant end, EventCounts before, boolean mustWait) {

        Progress moved() {
            return new Progress(journey, start, end, before, true);
        }

        Progress waited() {
            return new Progress(journey, start, end, before, false);
        }
    }
}
