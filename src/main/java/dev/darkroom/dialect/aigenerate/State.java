package dev.darkroom.dialect.aigenerate;

import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The state of a task (providers/aigenerate.md §3). Darkroom has one status for pending
 * tasks and this API has two, so the first half of the pending time is {@code waiting} and the second half is
 * {@code queuing} (inferred).
 */
enum State {
    WAITING,
    QUEUING,
    GENERATING,
    SUCCESS,
    FAIL;

    static State of(TaskView task, Instant now) {
        return switch (task.status()) {
            case PENDING -> task.heldAt().orElse(now).isBefore(queuesAt(task)) ? WAITING : QUEUING;
            case PROCESSING -> GENERATING;
            case COMPLETED -> SUCCESS;
            case FAILED -> FAIL;
        };
    }

    /** When a task that is in this state entered it. */
    Instant since(TaskView task) {
        return switch (this) {
            case WAITING -> task.createdAt();
            case QUEUING -> queuesAt(task);
            case GENERATING -> task.plan().startsAt();
            case SUCCESS, FAIL -> task.finishedAt();
        };
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The middle of the pending time. Releasing a held task postpones its start by the time for which it was held, and
     * this instant by only half of that, so the task does not return to {@link #WAITING}.
     */
    private static Instant queuesAt(TaskView task) {
        Instant startsAt = task.plan().startsAt();
        return startsAt.minus(Duration.between(task.createdAt(), startsAt).dividedBy(2));
    }
}
