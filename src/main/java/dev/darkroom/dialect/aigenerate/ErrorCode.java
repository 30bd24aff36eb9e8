package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.error.CommonError;
import java.util.Arrays;
import java.util.Optional;

/** The error codes of a response body (providers/aigenerate.md §5), each with its own text. */
enum ErrorCode {
    BAD_REQUEST(400, "invalid request"),
    /** The text is that of kie.ai, which has the same paths. */
    NOT_AUTHORIZED(401, "You do not have access permissions"),
    CREDITS_TOO_LOW(402, "insufficient credits"),
    NOT_FOUND(404, "task not found"),
    INVALID(422, "validation error"),
    RATE_LIMITED(429, "rate limit exceeded"),
    MAINTENANCE(455, "service in maintenance"),
    SERVER_ERROR(500, "server error"),
    GENERATION_FAILED(501, "generation failed"),
    DISABLED(505, "feature disabled");

    private final int number;
    private final String text;

    ErrorCode(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** @param code a number of the table, or the code of a {@link CommonError} */
    static Optional<ErrorCode> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst()
                .or(() -> CommonError.of(code).map(ErrorCode::of));
    }

    /** The closest code: the table has none for addresses and spend limits (inferred). */
    private static ErrorCode of(CommonError error) {
        return switch (error) {
            case INVALID_REQUEST -> BAD_REQUEST;
            case INVALID_API_KEY, IP_NOT_ALLOWED -> NOT_AUTHORIZED;
            case INSUFFICIENT_CREDITS, SPEND_LIMIT_EXCEEDED -> CREDITS_TOO_LOW;
            case MODEL_NOT_FOUND -> INVALID;
            case TASK_NOT_FOUND -> NOT_FOUND;
            case RATE_LIMIT_EXCEEDED -> RATE_LIMITED;
            case INTERNAL_ERROR -> SERVER_ERROR;
            case UPSTREAM_ERROR -> GENERATION_FAILED;
        };
    }

    /** The code in a response body. */
    int number() {
        return number;
    }

    /** The code in the record of a failed task. */
    String code() {
        return Integer.toString(number);
    }

    String text() {
        return text;
    }

    /** The text, followed by a detail about the request. */
    String text(String detail) {
        return text + ": " + detail;
    }
}
