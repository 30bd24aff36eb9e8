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
 * Advances the clock of one sandbox, one advance at a time. An advance moves the clock from one due instant to the
 * next. At each instant it runs what is due, and waits until every callback attempt has its result. So receivers get
 * their callbacks in order, and retries at their scheduled time. No thread blocks meanwhile.
 *
 * <p>Not thread-safe; guarded by the sandbox's lock.
 */
final class ClockAdvances {

    private final Timeline timeline;
    private final Callbacks callbacks;
    private final Supplier<EventCounts> counts;
    private final ArrayDeque<Request> requests = new ArrayDeque<>();
    private Advance current;
    private boolean isRunning;
    private boolean isPaused;
    private boolean isStopped;

    /** @param counts reads how many events the sandbox has had so far */
    ClockAdvances(Timeline timeline, Callbacks callbacks, Supplier<EventCounts> counts) {
        this.timeline = timeline;
        this.callbacks = callbacks;
        this.counts = counts;
    }

    /**
     * @param target computes the target from the clock's time after all earlier advances; a target in the past leaves
     *     the clock where it is
     * @param onEnd gets the result, or nothing when the advance is stopped before its end
     */
    void add(UnaryOperator<Instant> target, Consumer<Optional<AdvanceResult>> onEnd) {
        requests.add(new Request(target, onEnd));
        if (isStopped) {
            stop();
        } else {
            run();
        }
    }

    /** Stops all advances where they are, and ends later ones before they begin. */
    void stop() {
        isStopped = true;
        if (current != null) {
            requests.addFirst(current.request());
            current = null;
        }
        while (!requests.isEmpty()) {
            requests.remove().onEnd().accept(Optional.empty());
        }
    }

    /**
     * Runs until an attempt is in flight. It loops instead of recursing, because there may be thousands of advances.
     */
    private void run() {
        if (!isRunning && !isPaused) {
            isRunning = true;
            try {
                while (runStep()) {
                    // runs steps until one has to wait
                }
            } finally {
                isRunning = false;
            }
        }
    }

    /** @return whether another step may follow at once */
    private boolean runStep() {
        if (current == null) {
            return startNext();
        }
        if (current.mayHaveAttempts() && !callbacks.isIdle()) {
            current = current.withAttempts(false);
            isPaused = true;
            callbacks.whenDone(() -> {
                isPaused = false;
                run();
            });
            return false;
        }
        if (timeline.isDue(current.end())) {
            timeline.runNextInstant();
            current = current.withAttempts(true);
        } else {
            finish();
        }
        return true;
    }

    private boolean startNext() {
        Request request = requests.poll();
        if (request != null) {
            Instant start = timeline.clock().instant();
            Instant target = request.target().apply(start);
            Instant end = target.isAfter(SandboxClock.END) ? SandboxClock.END : target;
            current = new Advance(request, start, end, counts.get(), true);
        }
        return request != null;
    }

    private void finish() {
        Advance done = current;
        current = null;
        timeline.clock().advanceTo(done.end());
        timeline.rearm();
        EventCounts events = counts.get().minus(done.countsBefore());
        done.request()
                .onEnd()
                .accept(Optional.of(
                        new AdvanceResult(done.start(), timeline.clock().instant(), events)));
    }

    private record Request(UnaryOperator<Instant> target, Consumer<Optional<AdvanceResult>> onEnd) {}

    /** @param mayHaveAttempts whether attempts may have begun since the advance last waited for them */
    private record Advance(
            Request request, Instant start, Instant end, EventCounts countsBefore, boolean mayHaveAttempts) {

        Advance withAttempts(boolean mayHaveAttempts) {
            return new Advance(request, start, end, countsBefore, mayHaveAttempts);
        }
    }
}
