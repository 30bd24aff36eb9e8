package dev.darkroom.sandbox;

import dev.darkroom.time.SandboxClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A hand on the clock of a sandbox. Safe for use by several threads. */
public final class SandboxTime {

    private final Timeline timeline;
    private final ClockAdvances journeys;
    private final Executor lock;

    /** @param lock runs what it is given while it holds the sandbox' lock */
    SandboxTime(Timeline timeline, ClockAdvances journeys, Executor lock) {
        this.timeline = timeline;
        this.journeys = journeys;
        this.lock = lock;
    }

    public Instant now() {
        return timeline.clock().instant();
    }

    public boolean isFrozen() {
        return timeline.clock().isFrozen();
    }

    /** As {@link SandboxClock#scale()}. */
    public BigDecimal scale() {
        return timeline.clock().scale();
    }

    public void freeze() {
        change(SandboxClock::freeze);
    }

    public void resume() {
        change(SandboxClock::resume);
    }

    /** As {@link SandboxClock#scale(BigDecimal)}. */
    public void scale(BigDecimal scale) {
        change(clock -> clock.scale(scale));
    }

    /**
     * Moves the clock as {@link ClockAdvances} tells.
     *
     * @param target where to, seen from where the clock stands; where that has passed, or is after
     *     {@link SandboxClock#END}, the clock moves as far as it can
     * @param onEnd called, from any thread, when all that fell due on the way has been done; a journey that is under way
     *     is finished first. Told of nothing when leaps have been stopped.
     */
    public void advance(UnaryOperator<Instant> target, Consumer<Optional<AdvanceResult>> onEnd) {
        lock.execute(() -> journeys.add(target, onEnd));
    }

    /** Ends each leap where it is, for good. */
    public void stopLeaps() {
        lock.execute(journeys::stop);
    }

    private void change(Consumer<SandboxClock> change) {
        lock.execute(() -> {
            timeline.runUntil(now());
            change.accept(timeline.clock());
            timeline.rearm();
        });
    }
}
