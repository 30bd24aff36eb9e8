package dev.darkroom.server;

import dev.darkroom.sandbox.WakeupScheduler;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Wakes each sandbox at the instant of its next due job, with one timer per sandbox. */
@Singleton
class VertxWakeupScheduler implements WakeupScheduler {

    /**
     * The maximum delay of a timer, because Vert.x timers cannot run for centuries. A sandbox that wakes with nothing
     * due schedules its next wakeup.
     */
    private static final Duration MAX_SLEEP = Duration.ofDays(1);

    private final Vertx vertx;
    private volatile boolean isStopped;

    VertxWakeupScheduler(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable schedule(Duration delay, Runnable wake) {
        Duration sleep = delay.compareTo(MAX_SLEEP) < 0 ? delay : MAX_SLEEP;
        long id = vertx.setTimer(sleep.toMillis() + 1, timer -> {
            if (!isStopped) {
                wake.run();
            }
        });
        return () -> vertx.cancelTimer(id);
    }

    /** Ignores all timers from now on, because the server is shutting down. */
    void stop() {
        isStopped = true;
    }

    boolean isStopped() {
        return isStopped;
    }
}
