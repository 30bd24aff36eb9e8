package dev.darkroom.chaos;

import dev.darkroom.field.FieldReader;
import dev.darkroom.field.MapValue;
import dev.darkroom.field.ObjectValue;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Readers of the fields of rules. Each invalid field causes an {@link InvalidRuleException}. */
public final class RuleFields {

    /** The maximum length of a string in a rule, in characters. */
    public static final int MAX_CHARACTERS = 1000;

    private RuleFields() {}

    /** @param path the text before the field names in errors */
    public static FieldReader of(String path, ObjectValue object) {
        return new FieldReader(path, object, InvalidRuleException::of);
    }

    /** A reader of the fields in a map. */
    public static FieldReader of(String path, Map<String, ?> fields) {
        return of(path, new MapValue(fields));
    }

    /**
     * A latency among the fields: a {@code duration}, a range from {@code min} to {@code max}, or a log-normal
     * distribution with {@code median} and {@code p95}. Empty when none of these fields is present.
     */
    public static Optional<Latency> latency(FieldReader fields) {
        boolean isRange = fields.has("min") || fields.has("max");
        boolean isLogNormal = fields.has("median") || fields.has("p95");
        if (fields.has("duration") && (isRange || isLogNormal)) {
            throw fields.invalid("duration", "Give a duration or a range, not both.");
        }
        try {
            if (isRange) {
                return Optional.of(new Latency.Range(required(fields, "min"), required(fields, "max")));
            }
            if (isLogNormal) {
                return Optional.of(new Latency.LogNormal(required(fields, "median"), required(fields, "p95")));
            }
            return fields.duration("duration").map(Latency.Fixed::new);
        } catch (IllegalArgumentException e) {
            String path = fields.path("");
            throw new InvalidRuleException(
                    path.isEmpty() ? path : path.substring(0, path.length() - 1),
                    "It needs a max not less than min, or a p95 not less than a median of at least 1ms.");
        }
    }

    private static Duration required(FieldReader fields, String name) {
        return fields.requiredDuration(name);
    }
}
