package dev.darkroom.sandbox;

import dev.darkroom.time.SandboxClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The clock of a sandbox. Thread-safe. */
public final class SandboxTime {

    private final SandboxLock lock;
    private final ClockAdvances advances;
    private final EventSource events;

    SandboxTime(SandboxLock lock, ClockAdvances advances, EventSource events) {
        this.lock = lock;
        this.advances = advances;
        this.events = events;
    }

    public Instant now() {
        return clock().instant();
    }

    public boolean isFrozen() {
        return clock().isFrozen();
    }

    /** As {@link SandboxClock#scale()}. */
    public BigDecimal scale() {
        return clock().scale();
    }

    public void freeze() {
        change(SandboxClock::freeze);
    }

    public void resume() {
        change(SandboxClock::resume);
    }

    /** As {@link SandboxClock#setScale(BigDecimal)}. */
    public void setScale(BigDecimal scale) {
        change(clock -> clock.setScale(scale));
    }

    /**
     * Advances the clock as {@link ClockAdvances} describes.
     *
     * @param target computes the target from the clock's time; the clock does not go back, nor beyond
     *     {@link SandboxClock#END}
     * @param onEnd called, from any thread, when everything due until the target is done, after all earlier advances;
     *     it gets nothing when {@link #stopAdvances} stops the advance
     */
    public void advance(UnaryOperator<Instant> target, Consumer<Optional<AdvanceResult>> onEnd) {
        lock.execute(() -> advances.add(target, result -> {
            publishMove();
            onEnd.accept(result);
        }));
    }

    /** Stops the current advance where it is, and ends later ones before they begin. */
    public void stopAdvances() {
        lock.execute(advances::stop);
    }

    private SandboxClock clock() {
        return lock.timeline().clock();
    }

    private void change(Consumer<SandboxClock> change) {
        lock.execute(() -> {
            lock.timeline().runUntil(now());
            change.accept(clock());
            lock.timeline().rearm();
            publishMove();
        });
    }

    private void publishMove() {
        events.publish(() -> new SandboxEvent.ClockMoved(now(), isFrozen(), scale()));
    }
}
