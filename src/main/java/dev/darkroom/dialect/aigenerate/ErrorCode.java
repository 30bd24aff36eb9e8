package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.error.CommonError;
import java.util.Arrays;
import java.util.Optional;

/** The codes of a body that is no success (providers/aigenerate.md §5), each with a text of its own. */
enum ErrorCode {
    BAD_REQUEST(400, "invalid request"),
    /** The text of the service whose paths this one follows. */
    NOT_AUTHORISED(401, "You do not have access permissions"),
    CREDITS_TOO_LOW(402, "insufficient credits"),
    NOT_FOUND(404, "task not found"),
    INVALID(422, "validation error"),
    RATE_LIMITED(429, "rate limit exceeded"),
    MAINTENANCE(455, "service in maintenance"),
    SERVER_FAULT(500, "server error"),
    GENERATION_FAILED(501, "generation failed"),
    DISABLED(505, "feature disabled");

    private final int number;
    private final String text;

    ErrorCode(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** By its number, or by the name that it has in every dialect. */
    static Optional<ErrorCode> of(String code) {
        return Arrays.stream(values())
                .filter(e -> e.code().equals(code))
                .findFirst()
                .or(() -> CommonError.of(code).map(ErrorCode::of));
    }

    /** There is none for addresses and none for caps on spending, so the nearest stand in for them (inferred). */
    private static ErrorCode of(CommonError error) {
        return switch (error) {
            case INVALID_REQUEST -> BAD_REQUEST;
            case INVALID_API_KEY, IP_NOT_ALLOWED -> NOT_AUTHORISED;
            case INSUFFICIENT_CREDITS, SPEND_LIMIT_EXCEEDED -> CREDITS_TOO_LOW;
            case MODEL_NOT_FOUND -> INVALID;
            case TASK_NOT_FOUND -> NOT_FOUND;
            case RATE_LIMIT_EXCEEDED -> RATE_LIMITED;
            case INTERNAL_ERROR -> SERVER_FAULT;
            case UPSTREAM_ERROR -> GENERATION_FAILED;
        };
    }

    /** The nearest of the table's for an HTTP status that the table may not have, such as 405. */
    static ErrorCode forStatus(int status) {
        return of(Integer.toString(status)).orElse(status >= 500 ? SERVER_FAULT : BAD_REQUEST);
    }

    /** As it stands in the body of an answer. */
    int number() {
        return number;
    }

    /** As it stands in a task that failed. */
    String code() {
        return Integer.toString(number);
    }

    String text() {
        return text;
    }

    /** The text, and what there is to say about this very request. */
    String text(String detail) {
        return text + ": " + detail;
    }
}
