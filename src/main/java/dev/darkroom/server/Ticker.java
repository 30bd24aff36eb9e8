package dev.darkroom.server;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.sandbox.Wakeup;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Wakes a sandbox at the exact instant at which it has something to do: one timer a sandbox, whatever it holds. */
@ApplicationScoped
class Ticker implements Wakeup {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Vertx vertx;

    Ticker(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void in(Duration delay, Sandbox sandbox) {
        long millis = (delay.toNanos() + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
        vertx.setTimer(Math.max(1, millis), timer -> sandbox.runDue());
    }

    /** The net under the timers, and what follows a step of the machine's own clock. */
    @ApplicationScoped
    static class Sweep {

        private final Sandboxes sandboxes;

        Sweep(Sandboxes sandboxes) {
            this.sandboxes = sandboxes;
        }

        @Scheduled(every = "1s")
        void sweep() {
            sandboxes.all().forEach(Sandbox::runDue);
        }
    }
}
