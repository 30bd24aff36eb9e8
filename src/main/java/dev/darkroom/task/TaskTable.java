package dev.darkroom.task;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Tasks by id, in the order in which they came.
 *
 * <p>They stand in a ring; an index with open addressing tells where: each of its numbers is the hash of an id, and the
 * slot of its task. A {@link java.util.LinkedHashMap} has two more objects for each task, all over the heap, and with a
 * million tasks the garbage collector spends most of its time on them.
 */
final class TaskTable {

    private static final int FIRST_ROOM = 16;

    /** An index that is half empty is short of search. */
    private static final int INDEX_PER_SLOT = 2;

    private static final int NOWHERE = -1;

    private Task[] ring = new Task[FIRST_ROOM];
    private long[] index = new long[FIRST_ROOM * INDEX_PER_SLOT];
    /** The numbers of those that came first and last; a task's slot is its number, modulo the ring. */
    private long first;

    private long next;
    private int size;

    int size() {
        return size;
    }

    /** How many it could take without growing. */
    int room() {
        return ring.length;
    }

    Optional<Task> get(UUID id) {
        int found = find(id);
        return found == NOWHERE ? Optional.empty() : Optional.of(ring[slot(index[found])]);
    }

    boolean has(UUID id) {
        return find(id) != NOWHERE;
    }

    /** @param task none with its id is there yet */
    void add(Task task) {
        if (next - first == ring.length) {
            rebuild(size > ring.length / 2 ? ring.length * 2 : ring.length);
        }
        append(task);
    }

    /** @param task it is there */
    void remove(Task task) {
        int found = find(task.id());
        ring[slot(index[found])] = null;
        size--;
        while (first < next && ring[slotOf(first)] == null) {
            first++;
        }
        free(found);
    }

    /** All, or those that came after one; none when that one is not there. */
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
        return NOWHERE;
    }

    /** Moves what had to be put further on because of this entry back to where it is looked for. */
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

    /** Closes the gaps in the ring, for as many tasks. */
    private void rebuild(int room) {
        Task[] kept = after(Optional.empty()).toArray(Task[]::new);
        ring = new Task[room];
        index = new long[room * INDEX_PER_SLOT];
        first = next;
        size = 0;
        for (Task task : kept) {
            append(task);
        }
    }

    private long numberAfter(UUID id) {
        int found = find(id);
        return found == NOWHERE ? next : first + (slot(index[found]) - first & ring.length - 1) + 1;
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

    /** The upper half of an entry. */
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
