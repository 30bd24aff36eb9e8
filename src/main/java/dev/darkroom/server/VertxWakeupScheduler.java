package dev.darkroom.server;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.WakeupScheduler;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Wakes a sandbox at the exact instant at which it has something to do: one timer a sandbox, whatever it holds. */
@ApplicationScoped
class VertxWakeupScheduler implements WakeupScheduler {

    /** A longer sleep is cut in two; timers cannot be set for centuries. */
    private static final Duration MAX_SLEEP = Duration.ofDays(1);

    private final Vertx vertx;
    private volatile boolean stopped;

    VertxWakeupScheduler(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable schedule(Duration delay, Runnable wake) {
        Duration sleep = delay.compareTo(MAX_SLEEP) < 0 ? delay : MAX_SLEEP;
        long id = vertx.setTimer(sleep.toMillis() + 1, timer -> {
            if (!stopped) {
                wake.run();
            }
        });
        return () -> vertx.cancelTimer(id);
    }

    /** Nothing falls due in a house that is being closed. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** The net under the timers, and what follows a step of the machine's own clock. */
    @ApplicationScoped
    static class Sweep {

        private final Sandboxes sandboxes;
        private final VertxWakeupScheduler ticker;

        Sweep(Sandboxes sandboxes, VertxWakeupScheduler ticker) {
            this.sandboxes = sandboxes;
            this.ticker = ticker;
        }

        @Scheduled(every = "1s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
        void sweep() {
            if (!ticker.isStopped()) {
                sandboxes.all().forEach(Sandbox::runDue);
                sandboxes.freeMemory();
            }
        }
    }
}
