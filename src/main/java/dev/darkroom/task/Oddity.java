package dev.darkroom.task;

import java.time.Instant;
import java.util.Optional;

/** What is odd about a task: who wanted it to be, and what its client is told that is not so. Most tasks have none. */
final class Oddity {

    private final String fault;
    private final Instant hiddenUntil;
    private boolean flickers;
    private TaskStatus told = TaskStatus.PENDING;

    private Oddity(String fault, Instant hiddenUntil, boolean flickers) {
        this.fault = fault;
        this.hiddenUntil = hiddenUntil;
        this.flickers = flickers;
    }

    /** Null when nothing is odd. */
    static Oddity of(PlanOverrides course, Instant createdAt) {
        if (course.fault().isEmpty()) {
            return null;
        }
        StatusFault mishap = course.mishap().orElse(StatusFault.NONE);
        return new Oddity(course.fault().get(), createdAt.plus(mishap.hiddenFor()), mishap.flickers());
    }

    String fault() {
        return fault;
    }

    /** What its client sees; nothing when there seems to be no such task. */
    Optional<TaskView> seen(TaskView task, Instant now) {
        if (now.isBefore(hiddenUntil)) {
            return Optional.empty();
        }
        if (flickers && told != TaskStatus.PENDING) {
            flickers = false;
            return Optional.of(task.seenAs(told == TaskStatus.PROCESSING ? TaskStatus.PENDING : TaskStatus.PROCESSING));
        }
        told = task.status();
        return Optional.of(task);
    }
}
