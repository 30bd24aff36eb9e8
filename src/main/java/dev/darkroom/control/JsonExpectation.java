package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import dev.darkroom.chaos.Regex;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a path should lead to. Where it leads to several values, one that fits is enough.
 *
 * @param words the same for a person
 */
record JsonExpectation(String words, Predicate<List<JsonNode>> test) {

    /** As JSON has but one kind of number: 1 is 1.0. */
    private static final Comparator<JsonNode> AS_JSON = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    /** An object with {@code matches} or {@code exists} and nothing else asks for more than to be the same. */
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
                value.toString(), found -> found.stream().anyMatch(node -> value.equals(AS_JSON, node)));
    }

    private static JsonExpectation matches(Pattern regex) {
        return new JsonExpectation("matches " + regex.pattern(), found -> found.stream()
                .map(node -> node.isTextual() ? node.textValue() : node.toString())
                .anyMatch(regex::matches));
    }

    private static JsonExpectation exists(boolean isThere) {
        return new JsonExpectation(isThere ? "(present)" : "(absent)", found -> found.isEmpty() != isThere);
    }
}
