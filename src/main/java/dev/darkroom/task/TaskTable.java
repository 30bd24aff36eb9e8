package dev.darkroom.task;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tasks in the order in which they were added. They are found by their ids, or by those that clients made up.
 *
 * <p>The tasks are in a ring buffer. An index with open addressing finds them: each entry combines the hash of an id
 * with the slot of its task. A {@link java.util.LinkedHashMap} has two more objects per task, spread over the heap;
 * with a million tasks, the garbage collector spends most of its time on them.
 */
final class TaskTable {

    private static final int INITIAL_CAPACITY = 16;

    /** Searches stay short in an index that is at least half empty. */
    private static final int INDEX_PER_SLOT = 2;

    private static final int NOT_FOUND = -1;

    private final ClientIds clientIds = new ClientIds();
    private Task[] ring = new Task[INITIAL_CAPACITY];
    private long[] index = new long[INITIAL_CAPACITY * INDEX_PER_SLOT];
    /** The number of the oldest task, and of the next one; a task's slot is its number modulo the ring's length. */
    private long first;

    private long next;
    private int size;

    int size() {
        return size;
    }

    /** How many tasks fit without growing. */
    int capacity() {
        return ring.length;
    }

    Optional<Task> get(UUID id) {
        int found = find(id);
        return found == NOT_FOUND ? Optional.empty() : Optional.of(ring[slot(index[found])]);
    }

    /** As {@link ClientIds#find}. */
    Optional<Task> findByClientId(String dialect, String clientId) {
        return clientIds.find(dialect, clientId);
    }

    boolean has(UUID id) {
        return find(id) != NOT_FOUND;
    }

    /** @param task one whose id is not in the table yet */
    void add(Task task) {
        if (next - first == ring.length) {
            rebuild(size > ring.length / 2 ? ring.length * 2 : ring.length);
        }
        append(task);
        clientIds.add(task);
    }

    /** @param task one that is in the table */
    void remove(Task task) {
        int found = find(task.id());
        ring[slot(index[found])] = null;
        size--;
        while (first < next && ring[slotOf(first)] == null) {
            first++;
        }
        free(found);
        clientIds.remove(task);
    }

    /**
     * Releases memory that only many more tasks would need.
     *
     * @return whether there was such memory
     */
    boolean trim() {
        int needed = Math.max(INITIAL_CAPACITY, Integer.highestOneBit(size) * 4);
        boolean isTooLarge = needed < ring.length;
        if (isTooLarge) {
            rebuild(needed);
            clientIds.trim();
        }
        return isTooLarge;
    }

    /** All tasks, or those after the given one; none when that one is not in the table. */
    Stream<Task> after(Optional<UUID> id) {
        return LongStream.range(id.map(this::numberAfter).orElse(first), next)
                .mapToObj(number -> ring[slotOf(number)])
                .filter(Objects::nonNull);
    }

    void clear() {
        Arrays.fill(ring, null);
        Arrays.fill(index, 0);
        first = next;
        size = 0;
        clientIds.clear();
    }

    private void append(Task task) {
        int slot = slotOf(next++);
        ring[slot] = task;
        size++;
        long hash = hash(task.id());
        int at = home(hash);
        while (index[at] != 0) {
            at = following(at);
        }
        index[at] = hash | slot + 1;
    }

    private int find(UUID id) {
        long hash = hash(id);
        for (int at = home(hash); index[at] != 0; at = following(at)) {
            if (hash(index[at]) == hash && ring[slot(index[at])].hasId(id)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    /** Frees an entry, and moves displaced entries back to where a search finds them. */
    private void free(int at) {
        int gap = at;
        for (int from = following(gap); index[from] != 0; from = following(from)) {
            int wanted = home(hash(index[from]));
            if (distance(wanted, from) >= distance(gap, from)) {
                index[gap] = index[from];
                gap = from;
            }
        }
        index[gap] = 0;
    }

    /** Closes the gaps in the ring. */
    private void rebuild(int capacity) {
        Task[] kept = after(Optional.empty()).toArray(Task[]::new);
        ring = new Task[capacity];
        index = new long[capacity * INDEX_PER_SLOT];
        first = next;
        size = 0;
        for (Task task : kept) {
            append(task);
        }
    }

    private long numberAfter(UUID id) {
        int found = find(id);
        return found == NOT_FOUND ? next : first + (slot(index[found]) - first & ring.length - 1) + 1;
    }

    private int slotOf(long number) {
        return (int) number & ring.length - 1;
    }

    private int home(long hash) {
        return (int) (hash >>> Integer.SIZE) & index.length - 1;
    }

    private int following(int at) {
        return at + 1 & index.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & index.length - 1;
    }

    /** The hash of an id, in the upper half of an entry. */
    private static long hash(UUID id) {
        return (long) (id.hashCode() * 0x9E3779B9) << Integer.SIZE;
    }

    private static long hash(long entry) {
        return entry >>> Integer.SIZE << Integer.SIZE;
    }

    private static int slot(long entry) {
        return (int) entry - 1;
    }
}
