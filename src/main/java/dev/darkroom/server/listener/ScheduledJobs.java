package dev.darkroom.server.listener;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Runs the methods with {@code @Scheduled} only while the server is up. {@code quarkus.scheduler.start-mode} keeps them
 * from running before that. A job that runs while Quarkus closes its beans, also after a failed start, logs errors.
 */
@ApplicationScoped
class ScheduledJobs {

    private final Scheduler scheduler;
    private boolean isStopped;

    ScheduledJobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Does nothing if the server is already stopping. */
    synchronized void start() {
        if (!isStopped) {
            scheduler.resume();
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        scheduler.pause();
    }
}
