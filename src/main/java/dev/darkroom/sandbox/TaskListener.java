package dev.darkroom.sandbox;

import dev.darkroom.task.TaskView;
import java.util.Optional;

/**
 * Follows one task. It is called with the sandbox's lock held, from any thread, so it must return quickly and not
 * call the sandbox.
 */
public interface TaskListener {

    /**
     * The task has reached a point between its start and its end. Points come in order, and none after the end.
     *
     * @param index counts from 0
     */
    void onProgress(TaskView task, int index);

    /** @param task the finished task; empty when there is no such task or the sandbox stops reporting */
    void onEnd(Optional<TaskView> task);
}
