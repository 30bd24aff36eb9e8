package dev.darkroom.wire.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * An operation of an OpenAPI document.
 *
 * @param path the path without the server's prefix, with the names of parameters in braces
 * @param query the parameters that the query must have, with the examples of the document; begins with a question mark
 *     unless it is empty
 * @param statuses the documented statuses
 * @param isKeyless whether the operation states that it needs no key
 */
public record ContractOperation(String method, String path, String query, Set<String> statuses, boolean isKeyless) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** @param document the document's name */
    public static Stream<ContractOperation> all(String document) {
        Map<String, Object> contract = read(document);
        Map<String, Map<String, Object>> paths = child(contract, "paths");
        return paths.entrySet().stream().flatMap(path -> path.getValue().keySet().stream()
                .filter(METHODS::contains)
                .map(method -> of(contract, method, path.getKey(), child(path.getValue(), method))));
    }

    /** The codes of the document's errors, without null. */
    public static List<Object> errorCodes(String document) {
        Map<String, Object> error =
                child(child(child(child(read(document), "components"), "schemas"), "Error"), "properties");
        Map<String, Object> fields = error.containsKey("error") ? child(child(error, "error"), "properties") : error;
        List<Object> codes = child(child(fields, "code"), "enum");
        return codes.stream().filter(Objects::nonNull).toList();
    }

    private static ContractOperation of(
            Map<String, Object> contract, String method, String path, Map<String, Object> operation) {
        Map<Object, Object> responses = child(operation, "responses");
        return new ContractOperation(
                method.toUpperCase(Locale.ROOT),
                path,
                query(contract, operation),
                responses.keySet().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet()),
                List.of().equals(operation.get("security")));
    }

    private static String query(Map<String, Object> contract, Map<String, Object> operation) {
        List<Map<String, Object>> parameters = child(operation, "parameters");
        String query = (parameters == null ? List.<Map<String, Object>>of() : parameters)
                .stream()
                        .map(parameter -> resolved(contract, parameter))
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .filter(parameter -> Boolean.TRUE.equals(parameter.get("required")))
                        .map(parameter -> parameter.get("name") + "=" + parameter.get("example"))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** A parameter, or the shared one to which it refers. */
    private static Map<String, Object> resolved(Map<String, Object> contract, Map<String, Object> parameter) {
        Object reference = parameter.get("$ref");
        return reference == null
                ? parameter
                : child(
                        child(child(contract, "components"), "parameters"),
                        reference.toString().replace("#/components/parameters/", ""));
    }

    private static Map<String, Object> read(String document) {
        try (InputStream yaml = ContractOperation.class.getResourceAsStream("/contract/" + document + ".yaml")) {
            return new Yaml().load(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T child(Map<String, ?> parent, String name) {
        return (T) parent.get(name);
    }
}
