package dev.darkroom.task;

/** The status of a task. It only moves forward in this order, and ends with one of the last two. */
public enum TaskStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED;

    public boolean isFinished() {
        return this == COMPLETED || this == FAILED;
    }
}
