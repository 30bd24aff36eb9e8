package dev.darkroom.sandbox;

import dev.darkroom.task.TaskView;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The listeners for the end of tasks. Guarded by the sandbox's lock, so listeners must return quickly. */
final class CompletionListeners {

    private final Map<UUID, Map<Object, Consumer<Optional<TaskView>>>> byTask = new HashMap<>();
    private boolean isClosed;

    /**
     * @return an action that removes the listener. After {@link #close()}, a new listener is called immediately with an
     *     empty result
     */
    Runnable add(UUID taskId, Consumer<Optional<TaskView>> listener) {
        if (isClosed) {
            listener.accept(Optional.empty());
            return () -> {};
        }
        Object registration = new Object();
        byTask.computeIfAbsent(taskId, id -> new LinkedHashMap<>()).put(registration, listener);
        return () -> remove(taskId, registration);
    }

    boolean isClosed() {
        return isClosed;
    }

    int count() {
        return byTask.values().stream().mapToInt(Map::size).sum();
    }

    /** Calls and removes the listeners of a task that has ended. */
    void complete(TaskView task) {
        Map<Object, Consumer<Optional<TaskView>>> listeners = byTask.remove(task.id());
        if (listeners != null) {
            listeners.values().forEach(listener -> listener.accept(Optional.of(task)));
        }
    }

    /** Calls all listeners with an empty result, because the sandbox stops reporting. */
    void close() {
        isClosed = true;
        List<Map<Object, Consumer<Optional<TaskView>>>> all = List.copyOf(byTask.values());
        byTask.clear();
        all.forEach(listeners -> listeners.values().forEach(listener -> listener.accept(Optional.empty())));
    }

    private void remove(UUID taskId, Object registration) {
        byTask.computeIfPresent(taskId, (id, listeners) -> {
            listeners.remove(registration);
            return listeners.isEmpty() ? null : listeners;
        });
    }
}
