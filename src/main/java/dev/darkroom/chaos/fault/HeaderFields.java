package dev.darkroom.chaos.fault;

import dev.darkroom.field.AsciiCase;
import dev.darkroom.field.FieldReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the headers that a fault sets or removes. */
final class HeaderFields {

    /** With the limits below, the headers of a rule take at most 22,000 bytes. */
    private static final int MAX_HEADERS = 20;

    /** The longest names that are registered have about forty characters. */
    private static final int MAX_NAME = 100;

    /** Enough for a long URL. */
    private static final int MAX_VALUE = 1000;

    /** A token (RFC 9110, section 5.6.2). */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1," + MAX_NAME + "}");

    private static final Pattern VALUE = Pattern.compile("[\\t -~]*");
    private static final String OWN_PREFIX = "darkroom-";

    /** They belong to the connection, or say where the response ends. */
    private static final Set<String> FRAMING = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private HeaderFields() {}

    /** The values by name; an empty value for null, which removes the header. */
    static Map<String, Optional<String>> read(FieldReader fields, String field) {
        Map<String, Optional<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.object(field).ifPresent(values -> {
            for (String name : values.object().names()) {
                checkName(values, name, headers);
                headers.put(
                        name, Optional.ofNullable(values.object().get(name)).map(value -> text(values, name, value)));
            }
            if (headers.size() > MAX_HEADERS) {
                throw fields.invalid(field, "There may be at most " + MAX_HEADERS + " headers.");
            }
        });
        return headers;
    }

    /** The headers in the form that rules use. */
    static Map<String, Object> components(Map<String, Optional<String>> headers) {
        Map<String, Object> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, value.orElse(null)));
        return values;
    }

    private static void checkName(FieldReader values, String name, Map<String, ?> earlier) {
        String lowerCase = AsciiCase.lower(name);
        if (!NAME.matcher(name).matches()) {
            throw values.invalid(
                    name.replaceAll("[^ -~]", "?"),
                    "The name of a header has 1 to " + MAX_NAME + " characters: letters, digits and !#$%&'*+-.^_`|~.");
        }
        if (FRAMING.contains(lowerCase)) {
            throw values.invalid(name, "It belongs to the connection. Use a fault such as truncate or reset.");
        }
        if (lowerCase.startsWith(OWN_PREFIX)) {
            throw values.invalid(name, "Darkroom's own headers cannot be changed.");
        }
        if (earlier.containsKey(name)) {
            throw values.invalid(name, "Another field sets this header.");
        }
    }

    private static String text(FieldReader values, String name, Object value) {
        String text = value instanceof Number || value instanceof Boolean ? value.toString() : "";
        if (value instanceof String string) {
            text = string;
        } else if (text.isEmpty()) {
            throw values.invalid(name, "It must be a string, or null to remove the header.");
        }
        if (text.length() > MAX_VALUE || !VALUE.matcher(text).matches()) {
            throw values.invalid(
                    name,
                    "The value of a header has at most " + MAX_VALUE + " printable ASCII characters on one line.");
        }
        return text;
    }
}
