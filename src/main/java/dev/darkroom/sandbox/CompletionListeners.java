package dev.darkroom.sandbox;

import dev.darkroom.task.TaskView;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Those who wait for tasks to end. The sandbox' lock guards it; who is told has to be quick. */
final class CompletionListeners {

    private final Map<UUID, Map<Object, Consumer<Optional<TaskView>>>> byTask = new HashMap<>();
    private boolean isOver;

    /** @return stands for the one who waits; who comes when nobody may wait any more is sent away at once */
    Object add(UUID taskId, Consumer<Optional<TaskView>> waiter) {
        Object mark = new Object();
        if (isOver) {
            waiter.accept(Optional.empty());
            return mark;
        }
        byTask.computeIfAbsent(taskId, id -> new LinkedHashMap<>()).put(mark, waiter);
        return mark;
    }

    void remove(UUID taskId, Object mark) {
        byTask.computeIfPresent(taskId, (id, waiters) -> {
            waiters.remove(mark);
            return waiters.isEmpty() ? null : waiters;
        });
    }

    int count() {
        return byTask.values().stream().mapToInt(Map::size).sum();
    }

    /** Their task has ended. */
    void tell(TaskView task) {
        Map<Object, Consumer<Optional<TaskView>>> waiters = byTask.remove(task.id());
        if (waiters != null) {
            waiters.values().forEach(waiter -> waiter.accept(Optional.of(task)));
        }
    }

    /** No task will end any more, or nobody may wait for it. */
    void close() {
        isOver = true;
        List<Map<Object, Consumer<Optional<TaskView>>>> all = List.copyOf(byTask.values());
        byTask.clear();
        all.forEach(waiters -> waiters.values().forEach(waiter -> waiter.accept(Optional.empty())));
    }
}
