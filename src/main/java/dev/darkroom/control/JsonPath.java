package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The subset of JSONPath (RFC 9535) that runs in linear time: names, indices, slices, {@code *}, and at most one
 * {@code ..}; no filters, functions or lists of names. The leading {@code $} is optional.
 */
final class JsonPath {

    static final String RULE = "It must be a path such as input.prompt, $.input.image_urls[0], $.input.image_urls[*],"
            + " $..prompt or $['a name'], of at most 200 characters, with no filter, function or list of names and at"
            + " most one '..'.";

    private static final int MAX_LENGTH = 200;

    private final List<JsonPathStep> steps;

    private JsonPath(List<JsonPathStep> steps) {
        this.steps = steps;
    }

    /** Empty when the path is invalid or outside the subset. */
    static Optional<JsonPath> parse(String path) {
        return path.length() > MAX_LENGTH
                ? Optional.empty()
                : new JsonPathParser(path.strip()).parse().map(JsonPath::new);
    }

    /** The values that the path selects, in the order of the document. */
    List<JsonNode> find(JsonNode json) {
        List<JsonNode> found = List.of(json);
        for (JsonPathStep step : steps) {
            List<JsonNode> selected = new ArrayList<>();
            found.forEach(node -> step.select(node, selected::add));
            found = selected;
        }
        return found;
    }
}
