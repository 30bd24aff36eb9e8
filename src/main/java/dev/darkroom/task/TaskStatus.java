package dev.darkroom.task;

/** Where a task stands. It only ever moves down this list, and ends in one of the last two. */
public enum TaskStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED;

    public boolean isFinished() {
        return this == COMPLETED || this == FAILED;
    }
}
