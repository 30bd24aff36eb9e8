package dev.darkroom.dialect.aigenerate;

import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Where a task stands (providers/aigenerate.md §3). The core knows one kind of waiting and this API two, so the first half
 * of it is the one and the rest the other (inferred).
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

    /** When a task came to this state, at which it is seen. */
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

    /** When a task that was held is let go, this moves half as far as the clock did, so no task goes back. */
    private static Instant queuesAt(TaskView task) {
        Instant startsAt = task.plan().startsAt();
        return startsAt.minus(Duration.between(task.createdAt(), startsAt).dividedBy(2));
    }
}
