package dev.darkroom.sandbox;

import dev.darkroom.access.RateStanding;
import dev.darkroom.chaos.Operation;
import dev.darkroom.time.SandboxClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A hand on what limits the requests of a sandbox. Safe for use by several threads. */
public final class SandboxLimits {

    private final RateLimits rates;
    private final SandboxClock clock;
    private final Supplier<KeyPolicy> rules;
    private final SandboxLock lock;
    private int waiting;

    SandboxLimits(RateLimits rates, SandboxClock clock, Supplier<KeyPolicy> rules, SandboxLock lock) {
        this.rates = rates;
        this.clock = clock;
        this.rules = rules;
        this.lock = lock;
    }

    /**
     * Counts one more operation, if the key's rate limit permits it.
     *
     * @return zero when it does, otherwise how long to wait, in real time if the clock runs, until it will
     */
    public Duration acquire(Operation operation) {
        return rules.get().rate(operation).isEmpty()
                ? Duration.ZERO
                : lock.act(now -> clock.inRealTime(rates.acquire(operation, now)));
    }

    /** How much of a rate limit is left; empty when there is none. */
    public Optional<RateStanding> standing(Operation operation) {
        return rules.get().rate(operation).isEmpty()
                ? Optional.empty()
                : lock.act(now -> rates.standing(operation, now));
    }

    /**
     * One more request waits for its task, if not too many do.
     *
     * @return gives the place back, once however often it is called; empty when there is none to be had
     */
    public Optional<Runnable> enter() {
        return lock.act(now -> {
            if (rules.get().concurrency().filter(most -> waiting >= most).isPresent()) {
                return Optional.empty();
            }
            waiting++;
            AtomicBoolean isIn = new AtomicBoolean(true);
            return Optional.of(() -> {
                if (isIn.compareAndSet(true, false)) {
                    leave();
                }
            });
        });
    }

    /** How many wait. */
    public int waiting() {
        return lock.act(now -> waiting);
    }

    private void leave() {
        lock.act(now -> waiting--);
    }
}
