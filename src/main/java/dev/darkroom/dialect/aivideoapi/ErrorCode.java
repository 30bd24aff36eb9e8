package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.task.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ten rows of the page's error table (seeds/001: Error Reference). */
enum ErrorCode {
    INVALID_REQUEST(400, "invalid_request_error", "Missing or invalid parameters."),
    INVALID_API_KEY(401, "authentication_error", "API key is invalid, disabled, or deleted."),
    /** The only code whose message is documented, in the error example. */
    INSUFFICIENT_CREDITS(402, "billing_error", "Your credit balance is too low. Please top up."),
    IP_NOT_ALLOWED(403, "permission_error", "Request IP is not in the key's allowlist."),
    MODEL_NOT_FOUND(404, "invalid_request_error", "Model does not exist or is inactive."),
    TASK_NOT_FOUND(404, "invalid_request_error", "Task ID does not exist."),
    RATE_LIMIT_EXCEEDED(429, "rate_limit_error", "Too many requests, please slow down."),
    SPEND_LIMIT_EXCEEDED(429, "billing_error", "Key spend limit reached (hourly/daily/total)."),
    INTERNAL_ERROR(500, "api_error", "Unexpected server error."),
    UPSTREAM_ERROR(503, "upstream_error", "Upstream AI provider returned an error.");

    static final String NAMES = Arrays.stream(values()).map(ErrorCode::code).collect(Collectors.joining(", "));

    private final int status;
    private final String type;
    private final String message;

    ErrorCode(int status, String type, String message) {
        this.status = status;
        this.type = type;
        this.message = message;
    }

    static Optional<ErrorCode> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }

    /** The code as written in responses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status from the table. */
    int status() {
        return status;
    }

    String type() {
        return type;
    }

    /** The table's description as a sentence, because most messages are not documented. */
    String message() {
        return message;
    }

    /** The outcome of a task that fails with this code. The page has one example (seeds/001: Query Task, Failed). */
    Outcome.Fails failure() {
        return new Outcome.Fails(code(), this == UPSTREAM_ERROR ? "Generation failed" : message);
    }
}
