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

    private static final Pattern COMPOSE_NAME = Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?");

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
            URI uri = new URI(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && hasHost(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** {@link URI} does not take a name with an underscore for a host, but compose files are full of them. */
    private static boolean hasHost(URI uri) {
        if (uri.getHost() != null) {
            return uri.getPort() <= 65_535;
        }
        return uri.getRawAuthority() != null
                && COMPOSE_NAME.matcher(uri.getRawAuthority()).matches();
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
