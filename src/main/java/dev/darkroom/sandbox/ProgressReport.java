package dev.darkroom.sandbox;

import dev.darkroom.task.Plan;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import dev.darkroom.time.DueQueue.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reports the progress of one task to one listener. Guarded by the sandbox's lock. */
final class ProgressReport {

    private final int points;
    private final TaskListener listener;
    private final DueQueue queue;
    private final Function<Instant, Optional<TaskView>> current;
    private final Duration interval;
    private Instant next;
    private Instant end;
    private int reported;
    private Due due;
    private boolean isStopped;

    /**
     * @param points how many points divide the processing time; ignored for a task that never ends by itself
     * @param current reads the task as it is at an instant
     */
    ProgressReport(
            TaskView task,
            int points,
            TaskListener listener,
            DueQueue queue,
            Function<Instant, Optional<TaskView>> current) {
        Plan plan = task.plan();
        this.end = plan.endsAt();
        this.points = end.equals(Plan.NEVER) ? 0 : points;
        this.listener = listener;
        this.queue = queue;
        this.current = current;
        this.interval = this.points == 0
                ? Duration.ZERO
                : Duration.between(plan.startsAt(), end).dividedBy(points + 1L);
        this.next = this.points == 0 ? end : plan.startsAt().plus(interval);
    }

    /** Reports the points that have passed, and schedules the next one. A hold delays all later points. */
    void update(TaskView task, Instant now) {
        disarm();
        if (points > 0) {
            next = next.plus(Duration.between(end, task.finishedAt()));
            end = task.finishedAt();
        }
        Instant reached = task.heldAt().orElse(now);
        while (hasNext() && !next.isAfter(reached)) {
            next = next.plus(interval);
            listener.onProgress(task, reported++);
        }
        if (hasNext() && !task.isHeld()) {
            due = queue.add(next, at -> current.apply(at).ifPresent(changed -> update(changed, at)));
        }
    }

    void stop() {
        isStopped = true;
        disarm();
    }

    private boolean hasNext() {
        return !isStopped && reported < points && next.isBefore(end);
    }

    private void disarm() {
        if (due != null) {
            queue.cancel(due);
            due = null;
        }
    }
}
