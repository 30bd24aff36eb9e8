package dev.darkroom.dialect.aigenerate;

import dev.darkroom.task.Outcome;
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

    static Optional<ErrorCode> of(String code) {
        return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst();
    }

    /** The nearest of the table's for an HTTP status that the table may not have, such as 405. */
    static ErrorCode ofStatus(int status) {
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

    Outcome.Fails failure() {
        return new Outcome.Fails(code(), text);
    }
}
