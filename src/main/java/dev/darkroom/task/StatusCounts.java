package dev.darkroom.task;

/** How many tasks have each status, and how many have reached it. Guarded by the sandbox's lock. */
final class StatusCounts {

    private final int[] present = new int[TaskStatus.values().length];
    private final long[] entered = new long[TaskStatus.values().length];

    void add(TaskStatus status) {
        present[status.ordinal()]++;
    }

    void remove(TaskStatus status) {
        present[status.ordinal()]--;
    }

    void move(TaskStatus from, TaskStatus to) {
        remove(from);
        add(to);
        entered[to.ordinal()]++;
    }

    int of(TaskStatus status) {
        return present[status.ordinal()];
    }

    /** How many tasks have moved to this status, including those that were removed. */
    long entered(TaskStatus status) {
        return entered[status.ordinal()];
    }

    int unfinished() {
        return of(TaskStatus.PENDING) + of(TaskStatus.PROCESSING);
    }
}
