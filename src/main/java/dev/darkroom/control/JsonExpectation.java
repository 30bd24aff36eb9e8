package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.darkroom.chaos.Regex;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The expected value at a path. If the path selects several values, one match is enough.
 *
 * @param description the expectation as text
 */
record JsonExpectation(String description, Predicate<List<JsonNode>> test) {

    /** JSON has only one type of number, so 1 equals 1.0. Tests equality only; it does not order values. */
    private static final Comparator<JsonNode> NUMERIC_EQUALITY = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    /**
     * An object whose only field is {@code matches} or {@code exists} is an operator. Any other value must be equal.
     */
    static JsonExpectation read(ControlBody fields, String path) {
        JsonNode value = fields.object().get(path);
        if (value.size() == 1 && value.has("matches")) {
            return matches(Regex.parse(value.get("matches").asText())
                    .filter(regex -> value.get("matches").isTextual())
                    .orElseThrow(() -> fields.invalid(path + ".matches", Regex.RULE)));
        }
        if (value.size() == 1 && value.has("exists")) {
            if (!value.get("exists").isBoolean()) {
                throw fields.invalid(path + ".exists", "It must be true or false.");
            }
            return exists(value.get("exists").booleanValue());
        }
        return new JsonExpectation(
                value.toString(), found -> found.stream().anyMatch(node -> value.equals(NUMERIC_EQUALITY, node)));
    }

    private static JsonExpectation matches(Pattern regex) {
        return new JsonExpectation("matches " + regex.pattern(), found -> found.stream()
                .map(node -> node.isTextual() ? node.textValue() : node.toString())
                .anyMatch(regex::matches));
    }

    private static JsonExpectation exists(boolean isPresent) {
        return new JsonExpectation(isPresent ? "(present)" : "(absent)", found -> found.isEmpty() != isPresent);
    }
}
