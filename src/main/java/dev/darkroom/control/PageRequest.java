package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request for one page of items that have task ids, from one sandbox after another.
 *
 * @param name the name of the list in the response
 * @param cursor the {@code next_cursor} of the previous page; null for the first page
 * @param limit the maximum number of items on the page
 */
record PageRequest(String name, String cursor, String limit) {

    private static final int MAX_LIMIT = 1000;

    /**
     * A sandbox's handle and a task id. The id alone is ambiguous: sandboxes with the same seed have tasks with the
     * same ids.
     */
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f]{16})\\.([0-9a-f-]{36})");

    /**
     * The page.
     *
     * @param contains whether a sandbox still has the item with this id
     * @param redaction masks the key of a sandbox in one of its items
     * @throws ControlException when the cursor or the limit is invalid, or the cursor's item no longer exists
     */
    JsonList render(
            Collection<Sandbox> sandboxes,
            BiPredicate<Sandbox, UUID> contains,
            Source source,
            BiFunction<ObjectNode, Sandbox, ObjectNode> redaction) {
        Optional<Position> start = Optional.ofNullable(cursor).map(Position::parse);
        int max = Parameters.number("limit", limit, 1, MAX_LIMIT);
        Iterator<Sandbox> remaining = sandboxes.iterator();
        Items items = new Items(remaining, source, redaction, max);
        if (start.isPresent()) {
            items.startAfter(start.get(), contains);
        }
        return new JsonList(Json.object(), name, items, () -> Json.object().put("next_cursor", items.nextCursor()));
    }

    /** The items of the page, read while they are written. */
    private static final class Items extends Batches<ObjectNode> {

        private final Iterator<Sandbox> sandboxes;
        private final Source source;
        private final BiFunction<ObjectNode, Sandbox, ObjectNode> redaction;
        private final int max;
        private Sandbox current;
        private Optional<UUID> last = Optional.empty();
        private int count;

        private Items(
                Iterator<Sandbox> sandboxes,
                Source source,
                BiFunction<ObjectNode, Sandbox, ObjectNode> redaction,
                int max) {
            this.sandboxes = sandboxes;
            this.source = source;
            this.redaction = redaction;
            this.max = max;
        }

        private void startAfter(Position position, BiPredicate<Sandbox, UUID> contains) {
            while (sandboxes.hasNext()) {
                current = sandboxes.next();
                if (position.isIn(current) && contains.test(current, position.id())) {
                    last = Optional.of(position.id());
                    return;
                }
            }
            throw ControlException.invalidField("cursor", "The cursor has expired. Retry without it.");
        }

        @Override
        List<ObjectNode> nextBatch() {
            while (count < max && (current != null || sandboxes.hasNext())) {
                if (current == null) {
                    current = sandboxes.next();
                    last = Optional.empty();
                }
                List<ObjectNode> batch = source.list(current, last, Math.min(SIZE, max - count));
                if (!batch.isEmpty()) {
                    count += batch.size();
                    last = Optional.of(UUID.fromString(
                            batch.get(batch.size() - 1).get("id").textValue()));
                    return batch.stream()
                            .map(item -> redaction.apply(item, current))
                            .toList();
                }
                current = null;
            }
            return List.of();
        }

        /** Null if the page has fewer items than requested. */
        private String nextCursor() {
            return count < max ? null : current.handle() + "." + last.orElseThrow();
        }
    }

    /** Lists the items of one sandbox. */
    @FunctionalInterface
    interface Source {

        List<ObjectNode> list(Sandbox sandbox, Optional<UUID> after, int limit);
    }

    /** The last item of the previous page. */
    private record Position(String handle, UUID id) {

        static Position parse(String cursor) {
            Matcher matcher = CURSOR.matcher(cursor);
            if (!matcher.matches()) {
                throw ControlException.invalidField("cursor", "It must be the next_cursor of the previous page.");
            }
            return new Position(matcher.group(1), Parameters.taskId("cursor", matcher.group(2)));
        }

        boolean isIn(Sandbox sandbox) {
            return sandbox.handle().equals(handle);
        }
    }
}
