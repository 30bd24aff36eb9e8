package dev.darkroom.sandbox;

import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The listeners for the progress and the end of tasks. Guarded by the sandbox's lock. */
final class TaskListeners {

    private final CompletionListeners completion = new CompletionListeners();
    private final ProgressListeners progress;
    private final DueQueue due;

    TaskListeners(DueQueue due) {
        this.due = due;
        this.progress = new ProgressListeners(due);
    }

    /**
     * Adds a listener for the end of a task.
     *
     * @param task the task to follow; if empty or finished, the listener is called at once
     * @return an action that removes the listener
     */
    Runnable add(Optional<TaskView> task, Consumer<Optional<TaskView>> onEnd) {
        if (!isUnfinished(task)) {
            onEnd.accept(task);
            return () -> {};
        }
        return completion.add(task.get().id(), onEnd);
    }

    /**
     * Adds a listener for the end of a task or for a deadline, whichever comes first.
     *
     * @param onEnd gets the unfinished task at the deadline
     * @param current reads the task as it is at an instant
     * @return an action that removes the listener
     */
    Runnable add(
            Optional<TaskView> task,
            Instant deadline,
            Consumer<Optional<TaskView>> onEnd,
            Function<Instant, Optional<TaskView>> current,
            Instant now) {
        if (isUnfinished(task) && !deadline.isAfter(now)) {
            onEnd.accept(task);
            return () -> {};
        }
        if (!isUnfinished(task) || completion.isClosed()) {
            return add(task, onEnd);
        }
        LimitedWait wait = new LimitedWait(due, onEnd);
        wait.start(deadline, current, completion.add(task.get().id(), wait::end));
        return wait::stop;
    }

    /**
     * Adds a listener for the progress and the end of a task. A completed task has passed all points.
     *
     * @param points how many points divide the processing time
     * @param current reads the task as it is at an instant
     * @return an action that removes the listener
     */
    Runnable add(
            Optional<TaskView> task,
            int points,
            TaskListener listener,
            Function<Instant, Optional<TaskView>> current,
            Instant now) {
        task.filter(ended -> ended.status() == TaskStatus.COMPLETED).ifPresent(completed -> IntStream.range(0, points)
                .forEach(index -> listener.onProgress(completed, index)));
        Runnable removeCompletion = add(task, listener::onEnd);
        if (!isUnfinished(task) || completion.isClosed()) {
            return removeCompletion;
        }
        Runnable removeProgress = progress.add(task.get(), points, listener, current, now);
        return () -> {
            removeProgress.run();
            removeCompletion.run();
        };
    }

    /** As {@link ProgressListeners#update}. */
    void update(TaskView task, Instant now) {
        progress.update(task, now);
    }

    /** Calls and removes the listeners of a task that has ended. */
    void complete(TaskView task) {
        progress.remove(task.id());
        completion.complete(task);
    }

    /** As {@link CompletionListeners#close}. */
    void close() {
        progress.clear();
        completion.close();
    }

    /** How many listeners wait for the end of a task. */
    int waiting() {
        return completion.count();
    }

    private static boolean isUnfinished(Optional<TaskView> task) {
        return task.filter(found -> !found.status().isFinished()).isPresent();
    }
}
