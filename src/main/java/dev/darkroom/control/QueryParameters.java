package dev.darkroom.control;

import dev.darkroom.field.TextRules;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;

/**
 * The query parameters of each request. A misspelled parameter would have no effect, and a test that relies on it could
 * pass by mistake, so it is an error.
 */
final class QueryParameters {

    /** Every JSON response can be indented. */
    static final String PRETTY = "pretty";

    static final Map<String, List<String>> BY_REQUEST = Map.of(
            "GET /tasks", List.of("status", "limit", "cursor"),
            "GET /callbacks", List.of("state", "task_id", "detail", "limit", "cursor"),
            "GET /sandboxes", List.of("limit", "cursor"),
            "GET /events", List.of("sandbox", "max_rate"),
            "GET /ledger", List.of("task_id", "limit"),
            "GET /inbox/{name}", List.of("wait", "count"),
            "GET /journal", List.of(JournalQuery.PARAMETERS),
            "POST /journal/verify", List.of("format"),
            "GET /report", List.of("format", "fail_on"));

    private static final String BASE = "/_darkroom";
    private static final int MAX_NAME_LENGTH = 40;

    private QueryParameters() {}

    /** @throws ControlException when the request has an unknown or a repeated parameter */
    static void check(String method, String path, MultivaluedMap<String, String> parameters) {
        if (!parameters.isEmpty()) {
            List<String> known = BY_REQUEST.getOrDefault(request(method, path), List.of());
            parameters.forEach((name, values) -> check(name, values, known));
            isPretty(parameters);
        }
    }

    /** @throws ControlException when the value is neither empty nor a Boolean */
    static boolean isPretty(MultivaluedMap<String, String> parameters) {
        String value = parameters.getFirst(PRETTY);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.isEmpty() || value.equals("true")) {
            return true;
        }
        throw ControlException.invalidField(PRETTY, "Use one of: true, false.");
    }

    private static void check(String name, List<String> values, List<String> known) {
        if (!name.equals(PRETTY) && !known.contains(name)) {
            throw ControlException.unknownParameter(TextRules.quotable(name, MAX_NAME_LENGTH), known);
        }
        if (values.size() > 1) {
            throw ControlException.invalidField(name, "Send it only once.");
        }
    }

    private static String request(String method, String path) {
        String relative = path.substring(path.indexOf(BASE) + BASE.length());
        return (method.equals("HEAD") ? "GET" : method) + " "
                + (relative.startsWith("/inbox/") ? "/inbox/{name}" : relative);
    }
}
