package dev.darkroom.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds tasks by the ids that clients made up for them. An id is known for as long as its task is kept, so the tasks
 * bound the ids.
 *
 * <p>Not thread-safe; guarded by the sandbox's lock.
 */
final class ClientIds {

    private Map<String, Task> tasks = new HashMap<>();

    /** The task of a dialect with this id. */
    Optional<Task> find(String dialect, String id) {
        return Optional.ofNullable(tasks.get(key(dialect, id)));
    }

    void add(Task task) {
        key(task).ifPresent(key -> tasks.put(key, task));
    }

    void remove(Task task) {
        key(task).ifPresent(tasks::remove);
    }

    /** Releases memory that only many more ids would need. */
    void trim() {
        tasks = new HashMap<>(tasks);
    }

    void clear() {
        tasks = new HashMap<>();
    }

    private static Optional<String> key(Task task) {
        return task.spec().clientId().map(id -> key(task.spec().dialect(), id));
    }

    private static String key(String dialect, String id) {
        return dialect + '/' + id;
    }
}
