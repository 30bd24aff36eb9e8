package dev.darkroom.task;

import java.time.Instant;
import java.util.UUID;

/** Receives the events of {@link Tasks}. Called with the sandbox's lock held. */
public interface TaskEvents {

    /** Whether {@link #created} and {@link #moved} have an effect. Otherwise callers need not describe tasks. */
    default boolean areFollowed() {
        return false;
    }

    /** A task was created; its status is still the first one. */
    default void created(TaskView task) {}

    /** The status of a task has changed, or the task was held or released. */
    default void moved(TaskView task, TaskStatus from, Instant at) {}

    /**
     * Called once for every task that ends.
     *
     * @return the bytes that are kept for the task from now on, besides {@link TaskSpec#bytes()}
     */
    int finished(TaskView task);

    /** A finished task was dropped to make room, so nothing may keep its data. */
    void dropped(UUID id);
}
