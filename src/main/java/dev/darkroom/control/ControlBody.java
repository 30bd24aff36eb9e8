package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.RateRule;
import dev.darkroom.field.TextRules;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJson;
import dev.darkroom.ledger.Credits;
import dev.darkroom.time.Durations;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The body of a control request, or an object in it: with no other fields than the ones that are known.
 *
 * @param path what the names of its fields begin with when one is told of
 */
record ControlBody(String path, ObjectNode object) {

    private static final int MAX_CHARACTERS = 1000;
    private static final int MAX_NAME_LENGTH = 80;

    /** @throws ControlError when it is no object, or has a field that is not {@code accepted} */
    static ControlBody read(byte[] json, List<String> accepted) {
        try {
            return of("", Json.readObject(json), accepted);
        } catch (MalformedJson e) {
            throw ControlError.invalid(e.getMessage());
        }
    }

    private static ControlBody of(String path, ObjectNode object, List<String> accepted) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!accepted.contains(name)) {
                throw ControlError.unknownField(path + TextRules.quotable(name, MAX_NAME_LENGTH), accepted);
            }
        }
        return new ControlBody(path, object);
    }

    /** As {@link #read}, for requests that need no body. */
    static ControlBody readOptional(byte[] json, List<String> accepted) {
        boolean empty = json == null || json.length == 0;
        return empty ? new ControlBody("", Json.object()) : read(json, accepted);
    }

    /** An object inside this one whose fields are the caller's to name, of which there may be {@code most}. */
    ControlBody map(String field, int most) {
        if (object.get(field) instanceof ObjectNode inner && inner.size() <= most) {
            return new ControlBody(path + field + ".", inner);
        }
        throw invalid(field, "It must be an object with at most " + most + " fields.");
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String field) {
        return object.has(field);
    }

    /** Whether a field says nothing, by being null or missing. */
    boolean isNull(String field) {
        return Json.isAbsent(object.get(field));
    }

    int size() {
        return object.size();
    }

    /** Whether it has these fields, and no other. */
    boolean hasOnly(List<String> fields) {
        return size() == fields.size() && fields.stream().allMatch(this::has);
    }

    /** The code of an error, which is a whole number with some vendors. */
    Optional<String> code(String field) {
        JsonNode node = object.get(field);
        return node != null && node.isIntegralNumber() ? Optional.of(node.asText()) : string(field);
    }

    Optional<String> string(String field) {
        JsonNode node = object.get(field);
        if (Json.isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw invalid(field, "It must be a string.");
        }
        TextRules.error(node.textValue()).ifPresent(flaw -> {
            throw invalid(field, flaw);
        });
        if (node.textValue().length() > MAX_CHARACTERS) {
            throw invalid(field, "It has more than " + MAX_CHARACTERS + " characters.");
        }
        return Optional.of(node.textValue());
    }

    /** An object inside this one; empty when it is null or missing. */
    Optional<ControlBody> object(String field, List<String> accepted) {
        JsonNode node = object.get(field);
        if (Json.isAbsent(node)) {
            return Optional.empty();
        }
        if (node instanceof ObjectNode inner) {
            return Optional.of(of(path + field + ".", inner, accepted));
        }
        throw invalid(field, "It must be an object or null.");
    }

    /** A list of texts, of which there may be {@code most}. */
    List<String> strings(String field, int most) {
        JsonNode node = object.get(field);
        boolean isList = node != null && node.isArray() && node.size() <= most;
        if (!isList || StreamSupport.stream(node.spliterator(), false).anyMatch(n -> !n.isTextual())) {
            throw invalid(field, "It must be a list of at most " + most + " strings; [] for none.");
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    /** A list of whole numbers from {@code least} to {@code most}, of which there may be 1 to {@code count}. */
    List<Integer> numbers(String field, int count, int least, int most) {
        JsonNode node = object.get(field);
        boolean isList = node != null && node.isArray() && !node.isEmpty() && node.size() <= count;
        if (!isList || StreamSupport.stream(node.spliterator(), false).anyMatch(n -> !isBetween(n, least, most))) {
            throw invalid(
                    field, "It must be a list of 1 to " + count + " whole numbers from " + least + " to " + most + ".");
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }

    /** A whole number from {@code least} to {@code most}; missing, it is none of these. */
    int number(String field, int least, int most) {
        JsonNode node = object.get(field);
        if (node == null || !isBetween(node, least, most)) {
            throw invalid(field, "It must be a whole number from " + least + " to " + most + ".");
        }
        return node.intValue();
    }

    /** A whole number of 64 bits, whatever it is. */
    long seed(String field) {
        JsonNode node = object.get(field);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw invalid(field, "It must be a whole number of 64 bits.");
        }
        return node.longValue();
    }

    Credits credits(String field) {
        return Optional.ofNullable(object.get(field))
                .filter(JsonNode::isNumber)
                .flatMap(node -> Credits.balance(node.decimalValue()))
                .orElseThrow(() -> invalid(field, "It must be " + Credits.BALANCE_RULE + "."));
    }

    void mustBeTrue(String field) {
        if (!object.get(field).isBoolean() || !object.get(field).booleanValue()) {
            throw invalid(field, "It can only be true.");
        }
    }

    Duration duration(String field) {
        return duration(field, Duration.ZERO, "0s");
    }

    /** A length of time that is longer than nothing. */
    Duration window(String field) {
        return duration(field, RateRule.MIN_WINDOW, "1ms");
    }

    private Duration duration(String field, Duration shortest, String shortestInWords) {
        JsonNode node = object.get(field);
        String text = node == null || !node.isTextual() ? "" : node.textValue();
        return duration(path + field, text, shortest, shortestInWords);
    }

    /** A text such as {@code 500ms}, {@code 30s}, {@code 24h} or {@code PT30S}, from nothing to ten years. */
    static Duration duration(String field, String text) {
        return duration(field, text, Duration.ZERO, "0s");
    }

    private static Duration duration(String field, String text, Duration shortest, String shortestInWords) {
        return Durations.parse(text)
                .filter(duration -> duration.compareTo(shortest) >= 0 && duration.compareTo(Latency.MAX) <= 0)
                .orElseThrow(() -> ControlError.invalidField(
                        field,
                        "It must be a duration from " + shortestInWords
                                + " to 3650d, such as 500ms, 30s, 24h or PT30S."));
    }

    private static boolean isBetween(JsonNode node, int least, int most) {
        return node.isInt() && node.intValue() >= least && node.intValue() <= most;
    }

    /** A refusal of one of these fields. */
    ControlError invalid(String field, String hint) {
        return ControlError.invalidField(path + TextRules.quotable(field, MAX_NAME_LENGTH), hint);
    }
}
