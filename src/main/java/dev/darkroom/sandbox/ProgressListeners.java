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
import java.util.function.Supplier;

/** The listeners to the progress of tasks. Tasks without one cost nothing. The sandbox's lock guards it. */
final class ProgressListeners {

    private final DueQueue due;
    private final Map<UUID, List<ProgressReport>> byTask = new HashMap<>();

    ProgressListeners(DueQueue due) {
        this.due = due;
    }

    /**
     * Reports points that divide the processing time of an unfinished task into equal parts; points that have passed are
     * reported at once.
     *
     * @param points how many points there are between the start and the end
     * @param current reads the task
     * @return removes the listener
     */
    Runnable add(TaskView task, int points, TaskListener listener, Supplier<Optional<TaskView>> current, Instant now) {
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

    /** A task was put on hold or released, which moves its points. */
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
