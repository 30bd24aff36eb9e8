package dev.darkroom.sandbox;

import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The listeners for the progress of tasks. A task without a listener costs nothing. Guarded by the sandbox's lock. */
final class ProgressListeners {

    private final DueQueue due;
    private final Map<UUID, List<ProgressReport>> byTask = new HashMap<>();

    ProgressListeners(DueQueue due) {
        this.due = due;
    }

    /**
     * Adds a listener for points that divide the processing time of an unfinished task into equal parts. Points that
     * have passed are reported at once.
     *
     * @param points how many points there are between the start and the end
     * @param current reads the task as it is at an instant
     * @return an action that removes the listener
     */
    Runnable add(
            TaskView task,
            int points,
            TaskListener listener,
            Function<Instant, Optional<TaskView>> current,
            Instant now) {
        ProgressReport report = new ProgressReport(task, points, listener, due, current);
        byTask.computeIfAbsent(task.id(), id -> new ArrayList<>(1)).add(report);
        report.update(task, now);
        return () -> {
            report.stop();
            byTask.computeIfPresent(task.id(), (id, reports) -> {
                reports.remove(report);
                return reports.isEmpty() ? null : reports;
            });
        };
    }

    /** Moves the points of a task that was put on hold or released. */
    void update(TaskView task, Instant now) {
        List.copyOf(byTask.getOrDefault(task.id(), List.of())).forEach(report -> report.update(task, now));
    }

    /** Removes the listeners of a task that has ended. */
    void remove(UUID taskId) {
        List<ProgressReport> reports = byTask.remove(taskId);
        if (reports != null) {
            reports.forEach(ProgressReport::stop);
        }
    }

    /** Removes all listeners. */
    void clear() {
        List<UUID> ids = List.copyOf(byTask.keySet());
        ids.forEach(this::remove);
    }
}
