package dev.darkroom.sandbox;

import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import dev.darkroom.time.DueQueue.Due;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Waits for the end of a task until a deadline. Guarded by the sandbox's lock. */
final class LimitedWait {

    private final DueQueue queue;
    private final Consumer<Optional<TaskView>> onEnd;
    private Runnable removeListener;
    private Due due;

    LimitedWait(DueQueue queue, Consumer<Optional<TaskView>> onEnd) {
        this.queue = queue;
        this.onEnd = onEnd;
    }

    /**
     * @param current reads the task at an instant
     * @param remove removes the listener that calls {@link #end}
     */
    void start(Instant deadline, Function<Instant, Optional<TaskView>> current, Runnable remove) {
        removeListener = remove;
        due = queue.add(deadline, at -> expire(current.apply(at), at));
    }

    /** Reports the end of the task. */
    void end(Optional<TaskView> task) {
        queue.cancel(due);
        onEnd.accept(task);
    }

    void stop() {
        queue.cancel(due);
        removeListener.run();
    }

    /** A task that ends at the deadline is in time: its listener is called at the same instant. */
    private void expire(Optional<TaskView> task, Instant at) {
        boolean isEnding = task.filter(
                        found -> !found.isHeld() && !found.finishedAt().isAfter(at))
                .isPresent();
        if (!isEnding) {
            removeListener.run();
            onEnd.accept(task);
        }
    }
}
