package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import dev.darkroom.sandbox.Sandbox;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** A sandbox's tag and a task id. The id alone is ambiguous: sandboxes with the same seed have tasks with the same ids. */
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f]{16})\\.([0-9a-f-]{36})");

    /**
     * The page as JSON.
     *
     * @param contains whether a sandbox still has the item with this id
     * @throws ControlException when the cursor or the limit is invalid, or the cursor's item no longer exists
     */
    byte[] render(Collection<Sandbox> sandboxes, BiPredicate<Sandbox, UUID> contains, Source source) {
        Optional<Position> start = Optional.ofNullable(cursor).map(Position::parse);
        int max = Parameters.number("limit", limit, 1, MAX_LIMIT);
        ArrayNode page = Json.object().putArray(name);
        boolean hasStarted = start.isEmpty();
        String next = null;
        for (Sandbox sandbox : sandboxes) {
            boolean startsHere = !hasStarted
                    && start.get().isIn(sandbox)
                    && contains.test(sandbox, start.get().id());
            hasStarted |= startsHere;
            if (hasStarted && page.size() < max) {
                Optional<UUID> after = startsHere ? start.map(Position::id) : Optional.empty();
                page.addAll(source.list(sandbox, after, max - page.size()));
                next = page.size() < max
                        ? null
                        : sandbox.tag() + "." + page.get(max - 1).get("id").textValue();
            }
        }
        if (!hasStarted) {
            throw ControlException.invalidField("cursor", "The cursor has expired. Retry without it.");
        }
        return Json.write(Json.object().<ObjectNode>set(name, page).put("next_cursor", next));
    }

    /** Lists the items of one sandbox. */
    @FunctionalInterface
    interface Source {

        List<ObjectNode> list(Sandbox sandbox, Optional<UUID> after, int limit);
    }

    /** The last item of the previous page. */
    private record Position(String tag, UUID id) {

        static Position parse(String cursor) {
            Matcher matcher = CURSOR.matcher(cursor);
            if (!matcher.matches()) {
                throw ControlException.invalidField("cursor", "It must be the next_cursor of the previous page.");
            }
            return new Position(matcher.group(1), Parameters.taskId("cursor", matcher.group(2)));
        }

        boolean isIn(Sandbox sandbox) {
            return sandbox.tag().equals(tag);
        }
    }
}
