package dev.darkroom.server.training;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The requests that the OpenAPI document of a dialect describes.
 *
 * @param examples the bodies of its examples, and where to send them
 * @param templates the paths of its GET operations, with {@code {…}} in place of their parameters
 */
record ContractRequests(List<Example> examples, List<String> templates) {

    record Example(String path, String body) {}

    private static final String PARAMETER = "\\{[^}]*}";

    /** @param contract the document as JSON */
    static ContractRequests of(String contract) {
        Map<?, ?> document = new JsonObject(contract).getMap();
        List<Example> examples = new ArrayList<>();
        List<String> templates = new ArrayList<>();
        map(document, "paths").forEach((path, operations) -> {
            map(operations, "post", "requestBody", "content", "application/json", "examples")
                    .values()
                    .forEach(example ->
                            examples.add(new Example((String) path, Json.encode(((Map<?, ?>) example).get("value")))));
            if (((Map<?, ?>) operations).containsKey("get")) {
                templates.add(path + query(map(operations, "get")));
            }
        });
        return new ContractRequests(examples, templates);
    }

    /** The paths of all GET operations, with one value for all of their required parameters. */
    Stream<String> reads(String value) {
        return templates.stream().map(template -> template.replaceAll(PARAMETER, value));
    }

    /** The required parameters of a query, such as {@code ?taskId={taskId}}. */
    private static String query(Map<?, ?> operation) {
        List<?> parameters = operation.get("parameters") instanceof List<?> list ? list : List.of();
        String query = String.join(
                "&",
                parameters.stream()
                        .map(parameter -> (Map<?, ?>) parameter)
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .filter(parameter -> Boolean.TRUE.equals(parameter.get("required")))
                        .map(parameter -> parameter.get("name") + "={}")
                        .toList());
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The map at a path of keys; empty if there is none. */
    private static Map<?, ?> map(Object value, String... keys) {
        for (String key : keys) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
