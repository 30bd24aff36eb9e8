package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.field.ObjectValue;
import dev.darkroom.field.TextRules;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the parameters of a request, with the vendor's texts for wrong ones (measured, providers/openai.md §8.1). A
 * parameter that is null counts as missing, except for required strings.
 *
 * @param path the text before the names of parameters in errors, such as {@code tools[0].}
 */
record Parameters(String path, ObjectValue object) {

    private static final int MAX_DIGITS = 18;

    static Parameters of(ObjectValue object) {
        return new Parameters("", object);
    }

    /** The name of a parameter in errors. */
    String named(String name) {
        return path + name;
    }

    /** A string that is required. */
    String requiredString(String name) {
        if (!object.contains(name)) {
            throw missing(name);
        }
        Object value = object.get(name);
        return text(name, value);
    }

    Optional<String> string(String name) {
        return Optional.ofNullable(object.get(name)).map(value -> text(name, value));
    }

    /** A whole number within a range. */
    OptionalInt integer(String name, int min, int max) {
        Object value = object.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        BigInteger number = integer(name, value);
        if (number.compareTo(BigInteger.valueOf(min)) < 0) {
            throw ErrorCode.INTEGER_BELOW_MIN_VALUE
                    .about(
                            named(name),
                            "Invalid '" + named(name) + "': integer below minimum value. Expected a value >= " + min
                                    + ", but got " + shown(number) + " instead.")
                    .toException();
        }
        if (number.compareTo(BigInteger.valueOf(max)) > 0) {
            throw ErrorCode.INTEGER_ABOVE_MAX_VALUE
                    .about(
                            named(name),
                            "Invalid '" + named(name) + "': integer above maximum value. Expected a value <= " + max
                                    + ", but got " + shown(number) + " instead.")
                    .toException();
        }
        return OptionalInt.of(number.intValueExact());
    }

    /** Checks that a parameter is a number, if it is present. */
    void number(String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof Number)) {
            throw wrongType(name, "a number", value);
        }
    }

    boolean bool(String name, boolean defaultValue) {
        Object value = object.get(name);
        if (value == null) {
            return defaultValue;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (!object.isTyped()) {
            if (value.equals("true") || value.equals("false")) {
                return value.equals("true");
            }
            throw unconvertible(name, "a boolean");
        }
        throw wrongType(name, "a boolean", value);
    }

    /** One of several values; empty if the parameter is missing. */
    <T> Optional<T> choice(String name, List<T> options, Function<T, String> wireName) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        List<String> names = options.stream().map(wireName).toList();
        if (!(value instanceof String text)) {
            throw wrongType(name, "one of " + listed(names, "or"), value);
        }
        return Optional.of(options.stream()
                .filter(option -> wireName.apply(option).equals(text))
                .findFirst()
                .orElseThrow(() -> notOneOf(name, text, names)));
    }

    /** An array of objects; empty if the parameter is missing. The type of its values is not checked. */
    Optional<List<?>> list(String name) {
        return list(name, "an array of objects");
    }

    /** @param expected describes the array in the error for another type */
    Optional<List<?>> list(String name, String expected) {
        Object value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof List<?> list) {
            return Optional.of(list);
        }
        throw wrongType(name, expected, value);
    }

    Optional<Parameters> section(String name) {
        Object value = object.get(name);
        return value == null ? Optional.empty() : Optional.of(section(name, value));
    }

    /** The object at a place in this one. */
    Parameters section(String name, Object value) {
        if (value instanceof ObjectValue inner) {
            return new Parameters(named(name) + ".", inner);
        }
        throw wrongType(name, "an object", value);
    }

    ApiException missing(String name) {
        return ErrorCode.MISSING_REQUIRED_PARAMETER
                .about(named(name), "Missing required parameter: '" + named(name) + "'.")
                .toException();
    }

    /** @param expected such as {@code an integer} */
    ApiException wrongType(String name, String expected, Object value) {
        return ErrorCode.INVALID_TYPE
                .about(
                        named(name),
                        "Invalid type for '" + named(name) + "': expected " + expected + ", but got " + typeOf(value)
                                + " instead.")
                .toException();
    }

    ApiException notOneOf(String name, String value, List<String> names) {
        return invalid(
                name,
                "Invalid value: '" + ErrorTexts.quoted(value) + "'. Supported values are: " + listed(names, "and")
                        + ".");
    }

    /** @param message the whole text */
    ApiException invalid(String name, String message) {
        return ErrorCode.INVALID_VALUE.about(named(name), message).toException();
    }

    private String text(String name, Object value) {
        if (!(value instanceof String text)) {
            throw wrongType(name, "a string", value);
        }
        TextRules.error(text).ifPresent(reason -> {
            throw invalid(name, "Invalid '" + named(name) + "'. " + reason);
        });
        return text;
    }

    private BigInteger integer(String name, Object value) {
        if (value instanceof String text && !object.isTyped()) {
            String digits = text.startsWith("-") ? text.substring(1) : text;
            boolean isNumber = !digits.isEmpty()
                    && digits.length() <= MAX_DIGITS
                    && digits.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!isNumber) {
                throw unconvertible(name, "an integer");
            }
            return new BigInteger(text);
        }
        if (!(value instanceof Number number) || isDecimal(number)) {
            throw wrongType(name, "an integer", value);
        }
        return new BigInteger(number.toString());
    }

    private ApiException unconvertible(String name, String expected) {
        return ErrorCode.INVALID_TYPE
                .about(
                        named(name),
                        "Invalid type for '" + named(name) + "': expected " + expected
                                + ", but got a string value that could not be converted into " + expected + ".")
                .toException();
    }

    private static boolean isDecimal(Number number) {
        return number instanceof BigDecimal || number instanceof Double || number instanceof Float;
    }

    private static String typeOf(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Number number) {
            return isDecimal(number) ? "a decimal number" : "an integer";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        return value instanceof List<?> ? "an array" : "an object";
    }

    private static String shown(BigInteger number) {
        return ErrorTexts.quoted(number.toString());
    }

    /** Such as {@code 'a', 'b', and 'c'}. */
    static String listed(List<String> names, String conjunction) {
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        if (quoted.size() < 3) {
            return String.join(" " + conjunction + " ", quoted);
        }
        int last = quoted.size() - 1;
        return quoted.subList(0, last).stream().collect(Collectors.joining(", ")) + ", " + conjunction + " "
                + quoted.get(last);
    }
}
