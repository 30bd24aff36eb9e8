package dev.darkroom.callback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The callbacks of one sandbox, in the order in which their tasks ended. Guarded by the sandbox's lock. */
final class CallbackStore {

    private final Consumer<Callback> onRemoved;
    private final Map<UUID, Callback> callbacks = new LinkedHashMap<>();
    private final Set<UUID> settled = new LinkedHashSet<>();
    private long dropped;

    /** @param onRemoved called for every callback that is dropped or replaced */
    CallbackStore(Consumer<Callback> onRemoved) {
        this.onRemoved = onRemoved;
    }

    /** Adds a callback. It replaces one with the same id: setting the same seed again repeats the ids. */
    void add(Callback callback) {
        remove(callback.id());
        callbacks.put(callback.id(), callback);
    }

    /** Drops the callbacks of a task. */
    void drop(UUID taskId) {
        for (int i = 0; remove(Delivery.id(taskId, i)); i++) {
            dropped++;
        }
    }

    Optional<Callback> find(UUID id) {
        return Optional.ofNullable(callbacks.get(id));
    }

    /** The callbacks of a task, in the order of their receivers. */
    List<CallbackView> ofTask(UUID taskId) {
        List<CallbackView> views = new ArrayList<>(1);
        for (int i = 0; callbacks.containsKey(Delivery.id(taskId, i)); i++) {
            views.add(callbacks.get(Delivery.id(taskId, i)).view());
        }
        return views;
    }

    boolean contains(Callback callback) {
        return callbacks.get(callback.id()) == callback;
    }

    /** Marks a callback that needs no further attempt. */
    void settle(Callback callback) {
        settled.add(callback.id());
    }

    boolean isSettled(Callback callback) {
        return settled.contains(callback.id());
    }

    /** @param after the callback before the first one listed */
    List<CallbackView> list(Optional<CallbackState> state, Optional<UUID> after, int limit) {
        return callbacks.values().stream()
                .dropWhile(callback -> after.isPresent() && !callback.id().equals(after.get()))
                .skip(after.isPresent() ? 1 : 0)
                .map(Callback::view)
                .filter(callback -> state.isEmpty() || state.get() == callback.state())
                .limit(limit)
                .toList();
    }

    long dropped() {
        return dropped;
    }

    void clear() {
        callbacks.clear();
        settled.clear();
    }

    private boolean remove(UUID id) {
        Callback removed = callbacks.remove(id);
        settled.remove(id);
        if (removed != null) {
            onRemoved.accept(removed);
        }
        return removed != null;
    }
}
