package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import java.util.Collection;

/** An error response of the control API, in the error envelope of its contract. */
public final class ControlException extends RuntimeException {

    private final int status;

    private ControlException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static ControlException invalid(String message) {
        return new ControlException(400, message);
    }

    static ControlException unknownField(String field, Collection<String> accepted) {
        return invalid("'" + field + "' is not a field here. Use: " + String.join(", ", accepted) + ".");
    }

    static ControlException unknownParameter(String name, Collection<String> accepted) {
        String hint =
                accepted.isEmpty() ? "This request takes no parameters." : "Use: " + String.join(", ", accepted) + ".";
        return invalid("'" + name + "' is not a parameter here. " + hint);
    }

    static ControlException invalidField(String field, String hint) {
        return invalid("'" + field + "' is invalid. " + hint);
    }

    /** The request needs a sandbox but has no key. */
    static ControlException keyRequired() {
        return new ControlException(401, "Send the key of the sandbox: 'Authorization: Bearer <key>'.");
    }

    static ControlException malformedKey(String reason) {
        return new ControlException(401, reason);
    }

    static ControlException forbidden(String message) {
        return new ControlException(403, message);
    }

    public static ControlException notFound(String message) {
        return new ControlException(404, message);
    }

    static ControlException conflict(String message) {
        return new ControlException(409, message);
    }

    /** The request needs the journal. With an empty journal, a verification could pass by mistake. */
    static ControlException journalDisabled() {
        return conflict("The journal is off: 'darkroom.limits.journal' is 0.");
    }

    static ControlException tooMany(String message) {
        return new ControlException(429, message);
    }

    static ControlException unavailable(String message) {
        return new ControlException(503, message);
    }

    /** The error envelope; also used for errors that other packages detect. */
    public static byte[] body(int status, String message) {
        ObjectNode envelope = Json.object();
        envelope.putObject("error")
                .put("code", code(status))
                .put("message", message)
                .put("type", type(status));
        return Json.write(envelope);
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body(status, getMessage());
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            case 500, 503 -> "api_error";
            default -> "invalid_request_error";
        };
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "invalid_api_key";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 409 -> "conflict";
            case 429 -> "limit_reached";
            case 500 -> "internal_error";
            case 503 -> "unavailable";
            default -> "invalid_request";
        };
    }
}
