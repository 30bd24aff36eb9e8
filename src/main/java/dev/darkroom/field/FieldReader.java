package dev.darkroom.field;

import dev.darkroom.time.Durations;
import dev.darkroom.time.Latency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads the fields of an object by name and type. A field that is null counts as missing. The first wrong field throws
 * the exception that {@link FieldErrors} creates for it.
 *
 * <p>The object may come from JSON, YAML or a form; the values of a form are strings, from which numbers and booleans
 * are parsed.
 */
public final class FieldReader {

    private static final int MAX_QUOTED_NAME = 80;
    private static final Pattern CODE = Pattern.compile("\\d{1,9}");

    private final String path;
    private final ObjectValue object;
    private final FieldErrors errors;

    /** A reader of an object that is not part of another. */
    public FieldReader(ObjectValue object, FieldErrors errors) {
        this("", object, errors);
    }

    /** @param path the text before the field names in errors, such as {@code rules[0].} */
    public FieldReader(String path, ObjectValue object, FieldErrors errors) {
        this.path = path;
        this.object = object;
        this.errors = errors;
    }

    public ObjectValue object() {
        return object;
    }

    /** The name of a field, with the path to it. */
    public String path(String name) {
        return path + name;
    }

    /** Rejects the object if it has a field that is not in {@code known}. */
    public FieldReader allowOnly(Collection<String> known) {
        for (String name : object.names()) {
            if (!known.contains(name)) {
                throw error(TextRules.quotable(name, MAX_QUOTED_NAME), new FieldError.Unknown(known));
            }
        }
        return this;
    }

    /** Whether the field exists, even with the value null. */
    public boolean contains(String name) {
        return object.contains(name);
    }

    /** Whether the field has a value. */
    public boolean has(String name) {
        return object.get(name) != null;
    }

    /** Whether the field is a list or an object that is not empty. */
    public boolean hasEntries(String name) {
        Object value = object.get(name);
        return value instanceof List<?> list && !list.isEmpty()
                || value instanceof ObjectValue inner && inner.size() > 0;
    }

    /** A string without characters that cannot be stored or drawn. */
    public Optional<String> string(String name) {
        Object value = object.get(name);
        return value == null ? Optional.empty() : Optional.of(string(name, value));
    }

    /** A string of 1 to {@code max} characters. */
    public Optional<String> string(String name, int max) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isEmpty() || text.length() > max) {
            throw error(name, new FieldError.WrongType("a string of 1 to " + max + " characters"));
        }
        return Optional.of(text);
    }

    /** An error code: a string, or a whole number where a vendor's codes are numbers. */
    public Optional<String> code(String name, int maxLength) {
        return Optional.ofNullable(object.get(name))
                .filter(Number.class::isInstance)
                .map(Object::toString)
                .filter(digits -> CODE.matcher(digits).matches())
                .or(() -> string(name, maxLength));
    }

    /** A list of strings; empty if the field is missing. */
    public List<String> strings(String name) {
        List<?> values = list(name, "an array of strings");
        List<String> strings = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            strings.add(string(name + "[" + i + "]", values.get(i)));
        }
        return strings;
    }

    /** Readers of the objects in a list; empty if the field is missing. */
    public List<FieldReader> objects(String name) {
        List<?> values = list(name, "an array of objects");
        List<FieldReader> objects = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            String element = name + "[" + i + "]";
            if (!(values.get(i) instanceof ObjectValue inner)) {
                throw error(element, new FieldError.WrongType("an object"));
            }
            objects.add(new FieldReader(path + element + ".", inner, errors));
        }
        return objects;
    }

    /** A reader of an object in this one. Errors give the names of its fields with the complete path. */
    public Optional<FieldReader> object(String name) {
        return inner(name, path + name + ".");
    }

    /** A reader of an object in this one. Errors give the names of its fields without the name of the inner object. */
    public Optional<FieldReader> section(String name) {
        return inner(name, path);
    }

    public boolean bool(String name, boolean defaultValue) {
        Object value = object.get(name);
        if (value == null) {
            return defaultValue;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (!object.isTyped() && (value.equals("true") || value.equals("false"))) {
            return value.equals("true");
        }
        throw error(name, new FieldError.WrongType("true or false"));
    }

    /** A whole number from {@code min} to {@code max}, such as 2 or 2.0. */
    public OptionalInt wholeNumber(String name, int min, int max) {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        String expected = "a whole number from " + min + " to " + max;
        BigDecimal number = number(name, expected);
        if (number.stripTrailingZeros().scale() > 0) {
            throw error(name, new FieldError.WrongType(expected));
        }
        checkRange(name, number, BigDecimal.valueOf(min), BigDecimal.valueOf(max), expected);
        return OptionalInt.of(number.intValueExact());
    }

    /** A number from {@code min} to {@code max}. */
    public Optional<BigDecimal> number(String name, BigDecimal min, BigDecimal max) {
        if (!has(name)) {
            return Optional.empty();
        }
        String expected = "a number from " + min.toPlainString() + " to " + max.toPlainString();
        BigDecimal number = number(name, expected);
        checkRange(name, number, min, max, expected);
        return Optional.of(number);
    }

    /** A number from {@code min} to {@code max}, as a {@code double}. */
    public Optional<Double> fraction(String name, double min, double max) {
        return number(name, plain(min), plain(max)).map(BigDecimal::doubleValue);
    }

    /** A duration from zero to {@link Latency#MAX}. */
    public Optional<Duration> duration(String name) {
        return duration(name, Duration.ZERO, "0s");
    }

    /** Same as {@link #duration}, for a required field. */
    public Duration requiredDuration(String name) {
        return duration(name).orElseThrow(() -> error(name, new FieldError.WrongType(durationRule("0s"))));
    }

    /** A duration from one millisecond to {@link Latency#MAX}. */
    public Optional<Duration> positiveDuration(String name) {
        return duration(name, Duration.ofMillis(1), "1ms");
    }

    public RuntimeException missing(String name) {
        return error(name, new FieldError.Missing());
    }

    /** @param hint a sentence that describes a valid value */
    public RuntimeException invalid(String name, String hint) {
        return error(name, new FieldError.Malformed(hint));
    }

    public RuntimeException error(String name, FieldError error) {
        return errors.of(path + name, error);
    }

    /** Describes a valid duration of at least {@code min}. */
    public static String durationRule(String min) {
        return "a duration from " + min + " to 3650d, such as 500ms, 30s, 24h or PT30S";
    }

    private Optional<Duration> duration(String name, Duration min, String minText) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(Durations.parse(value instanceof String text ? text : "")
                .filter(duration -> duration.compareTo(min) >= 0 && duration.compareTo(Latency.MAX) <= 0)
                .orElseThrow(() -> error(name, new FieldError.WrongType(durationRule(minText)))));
    }

    private Optional<FieldReader> inner(String name, String innerPath) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ObjectValue inner) {
            return Optional.of(new FieldReader(innerPath, inner, errors));
        }
        throw error(name, new FieldError.WrongType("an object"));
    }

    private List<?> list(String name, String expected) {
        Object value = object.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw error(name, new FieldError.WrongType(expected));
    }

    private String string(String name, Object value) {
        if (!(value instanceof String text)) {
            throw error(name, new FieldError.WrongType("a string"));
        }
        TextRules.error(text).ifPresent(reason -> {
            throw error(name, new FieldError.Malformed(reason));
        });
        return text;
    }

    private BigDecimal number(String name, String expected) {
        try {
            Object value = object.get(name);
            if (value instanceof Number || value instanceof String && !object.isTyped()) {
                return new BigDecimal(value.toString());
            }
        } catch (NumberFormatException e) {
            // NaN or infinity in YAML, or text in a form
        }
        throw error(name, new FieldError.WrongType(expected));
    }

    private static BigDecimal plain(double number) {
        BigDecimal shortest = BigDecimal.valueOf(number).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private void checkRange(String name, BigDecimal number, BigDecimal min, BigDecimal max, String expected) {
        if (number.compareTo(min) < 0) {
            throw error(name, new FieldError.Below(min, expected));
        }
        if (number.compareTo(max) > 0) {
            throw error(name, new FieldError.Above(max, expected));
        }
    }
}
