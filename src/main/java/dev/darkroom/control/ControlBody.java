package dev.darkroom.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.Json.MalformedJson;
import dev.darkroom.dialect.Text;
import dev.darkroom.ledger.Credits;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The body of a control request: a JSON object with no other fields than the ones that are known. */
record ControlBody(ObjectNode object) {

    private static final int MOST_CHARACTERS = 1000;
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** @throws ControlError when it is no object, or has a field that is not {@code accepted} */
    static ControlBody read(byte[] json, List<String> accepted) {
        ObjectNode object;
        try {
            object = Json.readObject(json);
        } catch (MalformedJson e) {
            throw ControlError.invalid(e.getMessage());
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!accepted.contains(name)) {
                throw ControlError.unknownField(Text.quotable(name, 40), accepted);
            }
        }
        return new ControlBody(object);
    }

    /** As {@link #read}, for requests that need no body. */
    static ControlBody readOptional(byte[] json, List<String> accepted) {
        boolean empty = json == null || json.length == 0;
        return empty ? new ControlBody(Json.object()) : read(json, accepted);
    }

    boolean has(String field) {
        return object.has(field);
    }

    int size() {
        return object.size();
    }

    Optional<String> string(String field) {
        JsonNode node = object.get(field);
        if (Json.isAbsent(node)) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw ControlError.invalidField(field, "It must be a string.");
        }
        Text.flaw(node.textValue()).ifPresent(flaw -> {
            throw ControlError.invalidField(field, flaw);
        });
        if (node.textValue().length() > MOST_CHARACTERS) {
            throw ControlError.invalidField(field, "It has more than " + MOST_CHARACTERS + " characters.");
        }
        return Optional.of(node.textValue());
    }

    Credits balance(String field) {
        return Optional.of(object.get(field))
                .filter(JsonNode::isNumber)
                .flatMap(node -> Credits.balance(node.decimalValue()))
                .orElseThrow(() -> ControlError.invalidField(field, "It must be " + Credits.BALANCE_RULE + "."));
    }

    void mustBeTrue(String field) {
        if (!object.get(field).isBoolean() || !object.get(field).booleanValue()) {
            throw ControlError.invalidField(field, "It can only be true.");
        }
    }

    Duration duration(String field) {
        return duration(field, string(field).orElse(""));
    }

    /** A text such as {@code 500ms}, {@code 30s}, {@code 24h} or {@code PT30S}, from nothing to ten years. */
    static Duration duration(String field, String text) {
        try {
            Duration duration = DurationConverter.parseDuration(text);
            if (duration != null && !duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // told below, in our words
        }
        throw ControlError.invalidField(
                field, "It must be a duration from 0s to 3650d, such as 500ms, 30s, 24h or PT30S.");
    }
}
