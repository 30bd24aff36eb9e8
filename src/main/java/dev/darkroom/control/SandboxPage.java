package dev.darkroom.control;

import dev.darkroom.sandbox.Sandbox;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of sandboxes, the one that was used last first. A selection reads one number of every sandbox, and keeps only
 * those of the page.
 *
 * @param after the last position of the previous page; null for the first page
 * @param limit the maximum number of sandboxes on the page
 */
record SandboxPage(Position after, int limit) {

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})\\.([0-9a-f]{16})");

    /** @throws ControlException when the cursor is not one of this list */
    static SandboxPage read(String cursor, int limit) {
        if (cursor == null) {
            return new SandboxPage(null, limit);
        }
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw ControlException.invalidField("cursor", "It must be the next_cursor of the previous page.");
        }
        return new SandboxPage(new Position(Long.parseLong(matcher.group(1)), matcher.group(2)), limit);
    }

    /** The sandboxes of the page, with their positions at the time of the selection. */
    List<Entry> select(Collection<Sandbox> sandboxes) {
        PriorityQueue<Entry> selected =
                new PriorityQueue<>(Comparator.comparing(Entry::position).reversed());
        for (Sandbox sandbox : sandboxes) {
            Position position = new Position(sandbox.usage().lastMillis(), sandbox.handle());
            if (after == null || position.compareTo(after) > 0) {
                selected.add(new Entry(sandbox, position));
                if (selected.size() > limit) {
                    selected.remove();
                }
            }
        }
        ArrayDeque<Entry> sorted = new ArrayDeque<>(selected.size());
        while (!selected.isEmpty()) {
            sorted.addFirst(selected.remove());
        }
        return List.copyOf(sorted);
    }

    /** The {@code next_cursor} after this page; null if the page has fewer sandboxes than requested. */
    String nextCursor(List<Entry> page) {
        return page.size() < limit ? null : page.get(page.size() - 1).position().text();
    }

    record Entry(Sandbox sandbox, Position position) {}

    /** The place of a sandbox in the list. Of sandboxes that were used at the same time, the handle decides. */
    private record Position(long lastMillis, String handle) implements Comparable<Position> {

        String text() {
            return lastMillis + "." + handle;
        }

        @Override
        public int compareTo(Position other) {
            int byTime = Long.compare(other.lastMillis, lastMillis);
            return byTime == 0 ? handle.compareTo(other.handle) : byTime;
        }
    }
}
