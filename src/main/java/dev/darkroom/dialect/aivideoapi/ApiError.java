package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.dialect.Json;
import dev.darkroom.ledger.Refusal.OverSpendLimit;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A refusal, with one named constructor for each of its reasons. */
final class ApiError extends RuntimeException {

    private static final int MAX_QUOTED = 64;

    private final ErrorCode code;
    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();

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
        return of(ErrorCode.INVALID_API_KEY, ErrorCode.INVALID_API_KEY.message() + " " + reason);
    }

    /** The documented text (seeds/001: Error Codes), which names no amounts. */
    static ApiError insufficientCredits() {
        return of(ErrorCode.INSUFFICIENT_CREDITS, ErrorCode.INSUFFICIENT_CREDITS.message());
    }

    static ApiError ipNotAllowed(String address) {
        return of(ErrorCode.IP_NOT_ALLOWED, "Request IP " + address + " is not in the key's allowlist.");
    }

    static ApiError modelNotFound(String model) {
        String name = model.codePointCount(0, model.length()) > MAX_QUOTED ? "…" : model;
        return of(ErrorCode.MODEL_NOT_FOUND, "Model '" + name + "' does not exist or is inactive.");
    }

    static ApiError taskNotFound() {
        return of(ErrorCode.TASK_NOT_FOUND, ErrorCode.TASK_NOT_FOUND.message());
    }

    /** Whoever waits this long, and is alone with the key, is let through. */
    static ApiError rateLimitExceeded(Duration wait) {
        long seconds = seconds(wait);
        String when = " Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
        return of(ErrorCode.RATE_LIMIT_EXCEEDED, ErrorCode.RATE_LIMIT_EXCEEDED.message() + when)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    static ApiError spendLimitExceeded(OverSpendLimit over) {
        String window = over.window().name().toLowerCase(Locale.ROOT);
        String opens = over.opensAt()
                .map(at -> "There will be room for this task at " + roundedUp(at) + ".")
                .orElse("Time alone will not make room for this task.");
        return of(
                ErrorCode.SPEND_LIMIT_EXCEEDED,
                "Key spend limit reached (" + window + "): " + over.limit() + " credits. " + opens);
    }

    /** Darkroom itself keeps no more; the nearest that the vendor has to say about it. */
    static ApiError tooMuchToDo(String reason) {
        return of(ErrorCode.RATE_LIMIT_EXCEEDED, ErrorCode.RATE_LIMIT_EXCEEDED.message() + " " + reason);
    }

    /**
     * An error that nothing has led to but somebody who asked for it.
     *
     * @param retryAfter one second where nothing is said and a limit of requests is told of
     */
    static ApiError injected(ErrorCode code, Optional<Duration> retryAfter) {
        ApiError error = of(code, code.message());
        boolean isThrottled = code == ErrorCode.RATE_LIMIT_EXCEEDED;
        retryAfter
                .or(() -> isThrottled ? Optional.of(Duration.ofSeconds(1)) : Optional.empty())
                .ifPresent(wait -> error.withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(wait))));
        return error;
    }

    /** For a status that the page's table does not have, such as 405; the code stays one of the table's. */
    static ApiError ofStatus(int status, String message) {
        ErrorCode code = status >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.INVALID_REQUEST;
        return new ApiError(code, status, message);
    }

    private ApiError withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    private static long seconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }

    private static Instant roundedUp(Instant at) {
        return at.plusSeconds(1).minusNanos(1).truncatedTo(ChronoUnit.SECONDS);
    }

    Map<String, String> headers() {
        return headers;
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
