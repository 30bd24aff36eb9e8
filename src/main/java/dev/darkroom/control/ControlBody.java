package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import dev.darkroom.field.TextRules;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.Json.MalformedJsonException;
import dev.darkroom.http.json.JsonObject;
import dev.darkroom.ledger.Credits;
import dev.darkroom.time.Durations;
import dev.darkroom.time.Latency;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of a control request, or an object in it. It rejects unknown fields. */
record ControlBody(FieldReader fields) {

    private static final int MAX_CHARACTERS = 1000;
    private static final int MAX_NAME_LENGTH = 80;

    /** @throws ControlException when the body is not an object, or has a field that is not {@code accepted} */
    static ControlBody read(byte[] json, List<String> accepted) {
        try {
            return of(Json.readObject(json), accepted);
        } catch (MalformedJsonException e) {
            throw ControlException.invalid(e.getMessage());
        }
    }

    /** As {@link #read}, for requests that need no body. */
    static ControlBody readOptional(byte[] json, List<String> accepted) {
        boolean isEmpty = json == null || json.length == 0;
        return isEmpty ? of(Json.object(), accepted) : read(json, accepted);
    }

    private static ControlBody of(ObjectNode object, List<String> accepted) {
        return new ControlBody(new FieldReader(new JsonObject(object), ControlBody::error).allowOnly(accepted));
    }

    private static ControlException error(String field, FieldError error) {
        return error instanceof FieldError.Unknown unknown
                ? ControlException.unknownField(field, unknown.known())
                : ControlException.invalidField(field, error.hint());
    }

    ObjectNode object() {
        return JsonObject.nodeOf(fields.object());
    }

    /** An inner object with at most {@code max} fields, whose names the client chooses. */
    ControlBody map(String field, int max) {
        return Optional.ofNullable(fields.object().get(field))
                .filter(value -> value instanceof JsonObject inner && inner.size() <= max)
                .flatMap(value -> fields.object(field))
                .map(ControlBody::new)
                .orElseThrow(() -> invalid(field, "It must be an object with at most " + max + " fields."));
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        fields.object().names().forEach(names::add);
        return names;
    }

    boolean has(String field) {
        return fields.contains(field);
    }

    /** Whether a field is null or missing. */
    boolean isNull(String field) {
        return !fields.has(field);
    }

    int size() {
        return fields.object().size();
    }

    /** Whether it has exactly these fields. */
    boolean hasOnly(List<String> names) {
        return size() == names.size() && names.stream().allMatch(this::has);
    }

    /** An error code, which is a whole number for some vendors. */
    Optional<String> code(String field) {
        return isWholeNumber(fields.object().get(field))
                ? Optional.of(fields.object().get(field).toString())
                : string(field);
    }

    Optional<String> string(String field) {
        Optional<String> text = fields.string(field);
        if (text.filter(t -> t.length() > MAX_CHARACTERS).isPresent()) {
            throw invalid(field, "It has more than " + MAX_CHARACTERS + " characters.");
        }
        return text;
    }

    /** An inner object; empty when it is null or missing. */
    Optional<ControlBody> object(String field, List<String> accepted) {
        if (!isNull(field) && !(fields.object().get(field) instanceof JsonObject)) {
            throw invalid(field, "It must be an object or null.");
        }
        return fields.object(field).map(inner -> new ControlBody(inner.allowOnly(accepted)));
    }

    /** The objects in a list of at most {@code max}; empty when it is null. */
    List<ControlBody> objects(String field, int max, List<String> accepted) {
        List<?> values = list(field);
        boolean isValid = values != null
                ? values.size() <= max && values.stream().allMatch(JsonObject.class::isInstance)
                : isNull(field);
        if (!isValid) {
            throw invalid(field, "It must be a list of at most " + max + " objects; [] for none.");
        }
        return fields.objects(field).stream()
                .map(inner -> new ControlBody(inner.allowOnly(accepted)))
                .toList();
    }

    /** A list of at most {@code max} strings. */
    List<String> strings(String field, int max) {
        List<?> values = list(field);
        if (values == null || values.size() > max || !values.stream().allMatch(String.class::isInstance)) {
            throw invalid(field, "It must be a list of at most " + max + " strings; [] for none.");
        }
        return values.stream().map(String.class::cast).toList();
    }

    /** A list of 1 to {@code maxCount} whole numbers from {@code min} to {@code max}. */
    List<Integer> numbers(String field, int maxCount, int min, int max) {
        List<?> values = list(field);
        boolean isValid = values != null && !values.isEmpty() && values.size() <= maxCount;
        if (!isValid || !values.stream().allMatch(value -> isBetween(value, min, max))) {
            throw invalid(
                    field, "It must be a list of 1 to " + maxCount + " whole numbers from " + min + " to " + max + ".");
        }
        return values.stream().map(Integer.class::cast).toList();
    }

    /** A required whole number from {@code min} to {@code max}. */
    int number(String field, int min, int max) {
        return fields.wholeNumber(field, min, max)
                .orElseThrow(() -> invalid(field, "It must be a whole number from " + min + " to " + max + "."));
    }

    /** A required whole number of 64 bits. */
    long seed(String field) {
        if (fields.object().get(field) instanceof Number number
                && isWholeNumber(number)
                && new BigInteger(number.toString()).bitLength() < Long.SIZE) {
            return number.longValue();
        }
        throw invalid(field, "It must be a whole number of 64 bits.");
    }

    Credits credits(String field) {
        return Optional.ofNullable(fields.object().get(field))
                .filter(Number.class::isInstance)
                .flatMap(number -> Credits.balance(new BigDecimal(number.toString())))
                .orElseThrow(() -> invalid(field, "It must be " + Credits.BALANCE_RULE + "."));
    }

    void mustBeTrue(String field) {
        if (!Boolean.TRUE.equals(fields.object().get(field))) {
            throw invalid(field, "It can only be true.");
        }
    }

    /** A required duration from zero to {@link Latency#MAX}. */
    Duration duration(String field) {
        return fields.requiredDuration(field);
    }

    /** A required duration from one millisecond to {@link Latency#MAX}. */
    Duration window(String field) {
        return fields.positiveDuration(field)
                .orElseThrow(() -> invalid(field, "It must be " + FieldReader.durationRule("1ms") + "."));
    }

    /** A duration in a query parameter, from zero to {@link Latency#MAX}. */
    static Duration duration(String parameter, String text) {
        return Durations.parse(text)
                .filter(duration -> !duration.isNegative() && duration.compareTo(Latency.MAX) <= 0)
                .orElseThrow(() ->
                        ControlException.invalidField(parameter, "It must be " + FieldReader.durationRule("0s") + "."));
    }

    /** The error for an invalid field. The client may have chosen the name of the field. */
    RuntimeException invalid(String field, String hint) {
        return fields.invalid(TextRules.quotable(field, MAX_NAME_LENGTH), hint);
    }

    private List<?> list(String field) {
        return fields.object().get(field) instanceof List<?> list ? list : null;
    }

    private static boolean isWholeNumber(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }

    private static boolean isBetween(Object value, int min, int max) {
        return value instanceof Integer number && number >= min && number <= max;
    }
}
