package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.Json;
import dev.darkroom.sandbox.Sandbox;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * A page of things that go by the ids of tasks, of one sandbox after the other.
 *
 * @param name what the things are called
 * @param cursor the id after which the page begins; null for the first page
 * @param limit how many things it has at most
 */
record Page(String name, String cursor, String limit) {

    private static final int MAX_LIMIT = 1000;

    /** @param has whether a sandbox has the thing with this id */
    byte[] of(Collection<Sandbox> sandboxes, BiPredicate<Sandbox, UUID> has, Source source) {
        Optional<UUID> after = Optional.ofNullable(cursor).map(c -> Parameters.taskId("cursor", c));
        int most = Parameters.number("limit", limit, 1, MAX_LIMIT);
        ArrayNode page = Json.object().putArray(name);
        boolean reached = after.isEmpty();
        for (Sandbox sandbox : sandboxes) {
            if (reached || has.test(sandbox, after.get())) {
                page.addAll(source.list(sandbox, reached ? Optional.empty() : after, most - page.size()));
                reached = true;
            }
        }
        if (!reached) {
            throw ControlError.invalidField("cursor", "Nothing is kept under this id any more; start over without.");
        }
        String next = page.size() == most ? page.get(most - 1).get("id").textValue() : null;
        return Json.write(Json.object().<ObjectNode>set(name, page).put("next_cursor", next));
    }

    /** Lists what one sandbox has. */
    @FunctionalInterface
    interface Source {

        List<ObjectNode> list(Sandbox sandbox, Optional<UUID> after, int limit);
    }
}
