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
 * A page of things that go by the ids of tasks, of one sandbox after the other.
 *
 * @param name what the things are called
 * @param cursor where the page before ended; null for the first page
 * @param limit how many things it has at most
 */
record Page(String name, String cursor, String limit) {

    private static final int MAX_LIMIT = 1000;

    /** Ids alone would not do: with the same seed, two sandboxes have tasks with the same ids. */
    private static final Pattern CURSOR = Pattern.compile("([0-9a-f]{16})\\.([0-9a-f-]{36})");

    /** @param has whether a sandbox has the thing with this id */
    byte[] of(Collection<Sandbox> sandboxes, BiPredicate<Sandbox, UUID> has, Source source) {
        Optional<End> end = Optional.ofNullable(cursor).map(End::parse);
        int most = Parameters.number("limit", limit, 1, MAX_LIMIT);
        ArrayNode page = Json.object().putArray(name);
        boolean reached = end.isEmpty();
        String next = null;
        for (Sandbox sandbox : sandboxes) {
            boolean endedHere = !reached
                    && end.get().isIn(sandbox)
                    && has.test(sandbox, end.get().id());
            reached |= endedHere;
            if (reached && page.size() < most) {
                Optional<UUID> after = endedHere ? end.map(End::id) : Optional.empty();
                page.addAll(source.list(sandbox, after, most - page.size()));
                next = page.size() < most
                        ? null
                        : sandbox.tag() + "." + page.get(most - 1).get("id").textValue();
            }
        }
        if (!reached) {
            throw ControlError.invalidField("cursor", "What it points to is not kept any more; start over without.");
        }
        return Json.write(Json.object().<ObjectNode>set(name, page).put("next_cursor", next));
    }

    /** Lists what one sandbox has. */
    @FunctionalInterface
    interface Source {

        List<ObjectNode> list(Sandbox sandbox, Optional<UUID> after, int limit);
    }

    /** Where a page ended: at this thing of the sandbox with this tag. */
    private record End(String tag, UUID id) {

        static End parse(String cursor) {
            Matcher matcher = CURSOR.matcher(cursor);
            if (!matcher.matches()) {
                throw ControlError.invalidField("cursor", "It must be the next_cursor of the page before.");
            }
            return new End(matcher.group(1), Parameters.taskId("cursor", matcher.group(2)));
        }

        boolean isIn(Sandbox sandbox) {
            return sandbox.tag().equals(tag);
        }
    }
}
