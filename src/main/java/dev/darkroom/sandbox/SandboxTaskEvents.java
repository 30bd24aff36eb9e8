package dev.darkroom.sandbox;

import dev.darkroom.callback.Callbacks;
import dev.darkroom.chaos.Operation;
import dev.darkroom.task.TaskEvents;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Plans and drops the callbacks of tasks, tells listeners that a task has ended, and publishes what happens. */
record SandboxTaskEvents(Callbacks callbacks, SandboxFaults faults, TaskListeners listeners, EventSource events)
        implements TaskEvents {

    @Override
    public boolean areFollowed() {
        return events.isFollowed();
    }

    @Override
    public void created(TaskView task) {
        events.publish(() -> new SandboxEvent.TaskCreated(task));
        task.fault()
                .ifPresent(names -> events.publish(() -> new SandboxEvent.FaultInjected(
                        task.createdAt(), names, Operation.TASK, Optional.of(task.id()))));
    }

    @Override
    public void moved(TaskView task, TaskStatus from, Instant at) {
        events.publish(() -> new SandboxEvent.TaskMoved(task, from, at));
    }

    @Override
    public int finished(TaskView task) {
        int bytes = callbacks.plan(task);
        listeners.complete(task);
        return bytes;
    }

    @Override
    public void dropped(UUID id) {
        callbacks.drop(id);
        faults.forget(id);
    }
}
