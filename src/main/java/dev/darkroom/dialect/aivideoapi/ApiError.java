package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.Json;
import java.util.List;

/** A refusal, with one named constructor for each of its reasons. */
final class ApiError extends RuntimeException {

    private final ErrorCode code;
    private final int status;
    private List<String> warnings = List.of();

    private ApiError(ErrorCode code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    private static ApiError of(ErrorCode code, String message) {
        return new ApiError(code, code.status(), message);
    }

    /** The documented pattern (seeds/001: Common Scenarios): {@code 'model' is required.} */
    static ApiError required(String field) {
        return invalid("'" + field + "' is required.");
    }

    /** The same pattern for a field that is there and wrong (inferred), followed by what would be right. */
    static ApiError invalidField(String field, String hint) {
        return invalid("'" + field + "' is invalid. " + hint);
    }

    static ApiError invalid(String message) {
        return of(ErrorCode.INVALID_REQUEST, message);
    }

    static ApiError invalidKey(String reason) {
        return of(ErrorCode.INVALID_API_KEY, "API key is invalid, disabled, or deleted. " + reason);
    }

    /** The documented text (seeds/001: Error Codes), which names no amounts. */
    static ApiError insufficientCredits() {
        return of(ErrorCode.INSUFFICIENT_CREDITS, "Your credit balance is too low. Please top up.");
    }

    static ApiError modelNotFound(String model) {
        return of(ErrorCode.MODEL_NOT_FOUND, "Model '" + model + "' does not exist or is inactive.");
    }

    static ApiError taskNotFound() {
        return of(ErrorCode.TASK_NOT_FOUND, "Task ID does not exist.");
    }

    /** Darkroom itself keeps no more; the nearest that the vendor has to say about it. */
    static ApiError tooMuchToDo(String reason) {
        return of(ErrorCode.RATE_LIMIT_EXCEEDED, "Too many requests, please slow down. " + reason);
    }

    /** For a status that the page's table does not have, such as 405; the code stays one of the table's. */
    static ApiError ofStatus(int status, String message) {
        ErrorCode code = status >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.INVALID_REQUEST;
        return new ApiError(code, status, message);
    }

    /** Adds what the request has besides its fault; a misspelt field is often the reason for a missing one. */
    ApiError withWarnings(List<String> warnings) {
        this.warnings = warnings;
        return this;
    }

    List<String> warnings() {
        return warnings;
    }

    int status() {
        return status;
    }

    /** The envelope, in the page's order of keys. */
    byte[] body() {
        ObjectNode envelope = Json.object();
        envelope.putObject("error")
                .put("code", code.code())
                .put("message", getMessage())
                .put("type", code.type());
        return Json.write(envelope);
    }
}
