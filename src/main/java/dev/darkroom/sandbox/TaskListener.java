package dev.darkroom.sandbox;

import dev.darkroom.task.TaskView;
import java.util.Optional;

/**
 * Receives the progress and the end of one task. It is called with the sandbox's lock held, from any thread, so it
 * must return quickly and not call the sandbox.
 */
public interface TaskListener {

    /**
     * Called when the task reaches a point between its start and its end: in order, and never after the end.
     *
     * @param index counts from 0
     */
    void onProgress(TaskView task, int index);

    /** @param task the finished task; empty when there is no such task or the sandbox stops reporting */
    void onEnd(Optional<TaskView> task);
}
