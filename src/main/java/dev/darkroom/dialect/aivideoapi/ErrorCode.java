package dev.darkroom.dialect.aivideoapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ten rows of the page's error table (seeds/001: Error Reference). */
enum ErrorCode {
    INVALID_REQUEST(400, "invalid_request_error"),
    INVALID_API_KEY(401, "authentication_error"),
    INSUFFICIENT_CREDITS(402, "billing_error"),
    IP_NOT_ALLOWED(403, "permission_error"),
    MODEL_NOT_FOUND(404, "invalid_request_error"),
    TASK_NOT_FOUND(404, "invalid_request_error"),
    RATE_LIMIT_EXCEEDED(429, "rate_limit_error"),
    SPEND_LIMIT_EXCEEDED(429, "billing_error"),
    INTERNAL_ERROR(500, "api_error"),
    UPSTREAM_ERROR(503, "upstream_error");

    private final int status;
    private final String type;

    ErrorCode(int status, String type) {
        this.status = status;
        this.type = type;
    }

    static Optional<ErrorCode> of(String code) {
        return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst();
    }

    /** The code as it stands in the answer. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status that the table gives. */
    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
