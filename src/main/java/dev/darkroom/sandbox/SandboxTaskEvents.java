package dev.darkroom.sandbox;

import dev.darkroom.callback.Callbacks;
import dev.darkroom.task.TaskEvents;
import dev.darkroom.task.TaskView;
import java.util.UUID;

/** Plans and drops the callbacks of tasks, and tells listeners that a task has ended. */
record SandboxTaskEvents(Callbacks callbacks, TaskListeners listeners) implements TaskEvents {

    @Override
    public void finished(TaskView task) {
        callbacks.plan(task);
        listeners.complete(task);
    }

    @Override
    public void dropped(UUID id) {
        callbacks.drop(id);
    }
}
