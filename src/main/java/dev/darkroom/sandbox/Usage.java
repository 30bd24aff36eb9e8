package dev.darkroom.sandbox;

import java.util.Set;
import java.util.TreeSet;

/**
 * Who used a sandbox last, and when. Thread-safe. It writes only on a change, because a write makes other processors
 * reload the field.
 */
public final class Usage {

    private volatile Set<String> dialects = Set.of();
    private volatile long lastMillis;

    /** @param createdMillis when the sandbox was created, in milliseconds of real time */
    Usage(long createdMillis) {
        this.lastMillis = createdMillis;
    }

    /**
     * Records a client's request.
     *
     * @param millis the real time
     */
    void add(String dialect, long millis) {
        if (millis > lastMillis) {
            lastMillis = millis;
        }
        if (!dialects.contains(dialect)) {
            addDialect(dialect);
        }
    }

    /** The dialects that clients have used, in alphabetical order. */
    public Set<String> dialects() {
        return new TreeSet<>(dialects);
    }

    /** Whether no client has used it. */
    boolean isUnused() {
        return dialects.isEmpty();
    }

    /** When a client last used the sandbox, or when it was created; milliseconds since 1970 in real time. */
    public long lastMillis() {
        return lastMillis;
    }

    private synchronized void addDialect(String dialect) {
        Set<String> more = new TreeSet<>(dialects);
        more.add(dialect);
        dialects = Set.copyOf(more);
    }
}
