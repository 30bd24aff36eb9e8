package dev.darkroom.sandbox;

import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A hand on the tasks of a sandbox. Safe for use by several threads. */
public final class SandboxTasks {

    private final Tasks tasks;
    private final CompletionListeners waiters;
    private final SandboxLock lock;

    SandboxTasks(Tasks tasks, CompletionListeners waiters, SandboxLock lock) {
        this.tasks = tasks;
        this.waiters = waiters;
        this.lock = lock;
    }

    /** As {@link Tasks#list}. */
    public List<TaskView> list(Optional<TaskStatus> status, Optional<UUID> after, int limit) {
        return lock.act(now -> tasks.list(status, after, limit));
    }

    /** As {@link Tasks#end}. */
    public Optional<TaskView> end(UUID id, Outcome outcome) {
        return lock.act(now -> tasks.end(id, outcome, now));
    }

    /** As {@link Tasks#hold}. */
    public Optional<TaskView> hold(UUID id) {
        return lock.act(now -> tasks.hold(id, now));
    }

    /** As {@link Tasks#release}. */
    public Optional<TaskView> release(UUID id) {
        return lock.act(now -> tasks.release(id, now));
    }

    /**
     * Waits for the end of a task without holding anybody up. Who waits asks as often as it takes, so a task that is moved by polls
     * ends at once.
     *
     * @param told of the task when it has ended, from whatever thread that ends it, so it has to be quick; of nothing when there is
     *     no such task, or when all are forgotten
     * @return to wait no longer
     */
    public Runnable whenFinished(UUID id, Consumer<Optional<TaskView>> told) {
        return lock.act(now -> {
            Optional<TaskView> task = tasks.pollToEnd(id, now);
            if (task.filter(t -> !t.status().isFinished()).isEmpty()) {
                told.accept(task);
                return () -> {};
            }
            Object mark = waiters.add(id, told);
            return () -> lock.act(later -> {
                waiters.remove(id, mark);
                return later;
            });
        });
    }

    /** Nobody may wait for a task any more; who does is told of nothing. */
    public void endWaiting() {
        lock.act(now -> {
            waiters.close();
            return now;
        });
    }

    /** How many wait for a task to end. */
    public int waiting() {
        return lock.act(now -> waiters.count());
    }

    public int count(TaskStatus status) {
        return lock.act(now -> tasks.count(status));
    }

    public long dropped() {
        return lock.act(now -> tasks.dropped());
    }
}
