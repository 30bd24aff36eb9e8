package dev.darkroom.sandbox;

import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A hand on the tasks of a sandbox. Safe for use by several threads. */
public final class SandboxTasks {

    private final Tasks tasks;
    private final Lock lock;

    SandboxTasks(Tasks tasks, Lock lock) {
        this.tasks = tasks;
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

    public int count(TaskStatus status) {
        return lock.act(now -> tasks.count(status));
    }

    public long dropped() {
        return lock.act(now -> tasks.dropped());
    }
}
