package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.http.json.Json;
import java.util.Collection;

/** An error response of the control API, in the error envelope of its contract. */
public final class ControlError extends RuntimeException {

    private final int status;

    private ControlError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static ControlError invalid(String message) {
        return new ControlError(400, message);
    }

    static ControlError unknownField(String field, Collection<String> accepted) {
        return invalid("'" + field + "' is not a field here. Use: " + String.join(", ", accepted) + ".");
    }

    static ControlError unknownParameter(String name, Collection<String> accepted) {
        String hint =
                accepted.isEmpty() ? "This request takes no parameters." : "Use: " + String.join(", ", accepted) + ".";
        return invalid("'" + name + "' is not a parameter here. " + hint);
    }

    static ControlError invalidField(String field, String hint) {
        return invalid("'" + field + "' is invalid. " + hint);
    }

    /** The request needs a sandbox but has no key. */
    static ControlError keyRequired() {
        return new ControlError(401, "Send the key of the sandbox: 'Authorization: Bearer <key>'.");
    }

    static ControlError malformedKey(String reason) {
        return new ControlError(401, reason);
    }

    static ControlError forbidden(String message) {
        return new ControlError(403, message);
    }

    static ControlError notFound(String message) {
        return new ControlError(404, message);
    }

    static ControlError conflict(String message) {
        return new ControlError(409, message);
    }

    /** The request needs the journal. With an empty journal, a verification could pass by mistake. */
    static ControlError journalDisabled() {
        return conflict("The journal is off: 'darkroom.limits.journal' is 0.");
    }

    static ControlError limitReached(String message) {
        return new ControlError(429, message);
    }

    static ControlError unavailable(String message) {
        return new ControlError(503, message);
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
