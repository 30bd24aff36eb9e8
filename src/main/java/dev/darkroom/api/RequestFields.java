package dev.darkroom.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.http.json.Json;
import dev.darkroom.http.json.TextRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads the fields of an object; a null is a missing field, and a wrong type is a refusal.
 *
 * @param path what stands before the names of its fields when they are told of
 */
public record RequestFields(ObjectNode object, String path, ErrorResponses errors) {

    /**
     * Stands in the contracts too. {@link URI} alone would take any scheme and any letters, and would not take a name with an
     * underscore for a host, but compose files are full of them.
     */
    public static final Pattern HTTP_ADDRESS = Pattern.compile("[hH][tT][tT][pP][sS]?://([!-\"$-.0->A-~]*@)?"
            + "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])"
            + "(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9][0-9]|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4})?)?([/?#][!-~]*)?");

    /** Whatever a browser would take for an address is one, spaces and all. */
    public static final Pattern HTTP_URL =
            Pattern.compile("[hH][tT][tT][pP][sS]?://[^/?#\\u0000-\\u0020][^\\u0000\\r\\n]*");

    public boolean has(String name) {
        return !Json.isAbsent(object.get(name));
    }

    public Optional<String> string(String name) {
        return has(name) ? Optional.of(string(name, object.get(name))) : Optional.empty();
    }

    /** Empty when it is missing. */
    public List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        if (has(name)) {
            JsonNode array = array(name, "It must be an array of strings.");
            for (int i = 0; i < array.size(); i++) {
                strings.add(string(name + "[" + i + "]", array.get(i)));
            }
        }
        return strings;
    }

    /** Empty when it is missing. */
    public List<RequestFields> objects(String name) {
        List<RequestFields> objects = new ArrayList<>();
        if (has(name)) {
            JsonNode array = array(name, "It must be an array of objects.");
            for (int i = 0; i < array.size(); i++) {
                String element = name + "[" + i + "]";
                if (!(array.get(i) instanceof ObjectNode inner)) {
                    throw invalid(element, "It must be an object.");
                }
                objects.add(new RequestFields(inner, path + element + ".", errors));
            }
        }
        return objects;
    }

    public boolean bool(String name, boolean missing) {
        if (!has(name)) {
            return missing;
        }
        if (!object.get(name).isBoolean()) {
            throw invalid(name, "It must be true or false.");
        }
        return object.get(name).booleanValue();
    }

    /** A whole number; 2.0 is one. */
    public OptionalInt integer(String name, int least, int most) {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        JsonNode node = object.get(name);
        boolean fits = node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToInt();
        if (!fits || node.intValue() < least || node.intValue() > most) {
            throw invalid(name, "It must be a whole number from " + least + " to " + most + ".");
        }
        return OptionalInt.of(node.intValue());
    }

    /** Its own fields are told of by their names alone. */
    public Optional<RequestFields> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (object.get(name) instanceof ObjectNode inner) {
            return Optional.of(new RequestFields(inner, path, errors));
        }
        throw invalid(name, "It must be an object.");
    }

    public ApiException invalid(String name, String hint) {
        return errors.invalidField(path + name, hint);
    }

    public ApiException missing(String name) {
        return errors.missingField(path + name);
    }

    /** A text as an absolute http or https address with a host. */
    public static Optional<URI> httpUrl(String text) {
        try {
            return HTTP_ADDRESS.matcher(text).matches() ? Optional.of(new URI(text)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private JsonNode array(String name, String hint) {
        if (!object.get(name).isArray()) {
            throw invalid(name, hint);
        }
        return object.get(name);
    }

    private String string(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw invalid(name, "It must be a string.");
        }
        TextRules.error(node.textValue()).ifPresent(flaw -> {
            throw invalid(name, flaw);
        });
        return node.textValue();
    }
}
