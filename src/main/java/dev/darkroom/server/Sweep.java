package dev.darkroom.server;

import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs due jobs every second, in case the system clock is changed or a timer is lost, and evicts idle sandboxes. */
@ApplicationScoped
class Sweep {

    private final Sandboxes sandboxes;
    private final VertxWakeupScheduler scheduler;

    Sweep(Sandboxes sandboxes, VertxWakeupScheduler scheduler) {
        this.sandboxes = sandboxes;
        this.scheduler = scheduler;
    }

    @Scheduled(every = "1s", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void sweep() {
        if (!scheduler.isStopped()) {
            sandboxes.all().forEach(Sandbox::runDue);
            sandboxes.evictIdle();
        }
    }
}
