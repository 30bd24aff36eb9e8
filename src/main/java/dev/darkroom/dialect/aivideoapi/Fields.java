package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields of an object; a null is a missing field, and a wrong type is a refusal. */
record Fields(ObjectNode object) {

    /**
     * Stands in the contract too. {@link URI} alone would take any scheme and any letters, and would not take a name with an
     * underscore for a host, but compose files are full of them.
     */
    static final Pattern HTTP_ADDRESS = Pattern.compile("[hH][tT][tT][pP][sS]?://([!-\"$-.0->A-~]*@)?"
            + "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])"
            + "(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9][0-9]|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4})?)?([/?#][!-~]*)?");

    boolean has(String name) {
        return !Json.isAbsent(object.get(name));
    }

    Optional<String> string(String name) {
        return has(name) ? Optional.of(string(name, object.get(name))) : Optional.empty();
    }

    List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        if (has(name)) {
            JsonNode array = object.get(name);
            if (!array.isArray()) {
                throw ApiError.invalidField(name, "It must be an array of strings.");
            }
            for (int i = 0; i < array.size(); i++) {
                strings.add(string(name + "[" + i + "]", array.get(i)));
            }
        }
        return strings;
    }

    boolean bool(String name, boolean missing) {
        if (!has(name)) {
            return missing;
        }
        if (!object.get(name).isBoolean()) {
            throw ApiError.invalidField(name, "It must be true or false.");
        }
        return object.get(name).booleanValue();
    }

    Optional<Fields> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (object.get(name) instanceof ObjectNode inner) {
            return Optional.of(new Fields(inner));
        }
        throw ApiError.invalidField(name, "It must be an object.");
    }

    /** A text as an absolute http or https address with a host. */
    static Optional<URI> httpUrl(String text) {
        try {
            return HTTP_ADDRESS.matcher(text).matches() ? Optional.of(new URI(text)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String string(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw ApiError.invalidField(name, "It must be a string.");
        }
        Text.flaw(node.textValue()).ifPresent(flaw -> {
            throw ApiError.invalidField(name, flaw);
        });
        return node.textValue();
    }
}
