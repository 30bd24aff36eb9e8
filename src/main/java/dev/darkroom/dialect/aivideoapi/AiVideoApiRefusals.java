package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.dialect.ApiError;
import dev.darkroom.dialect.DialectError;
import dev.darkroom.dialect.Json;
import dev.darkroom.dialect.Phrases;
import dev.darkroom.dialect.Refusals;
import dev.darkroom.dialect.RetryAfter;
import dev.darkroom.ledger.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the page says in each case, and in its manner where it says nothing. */
final class AiVideoApiRefusals implements Refusals {

    private static final String HINT = " Send 'Authorization: Bearer sk-...'.";

    @Override
    public ApiError missingKey() {
        return invalidKey("The 'Authorization' header is missing." + HINT);
    }

    @Override
    public ApiError unreadableKey(String reason) {
        return invalidKey(reason + HINT);
    }

    @Override
    public ApiError invalidKey(String reason) {
        return of(ErrorCode.INVALID_API_KEY, ErrorCode.INVALID_API_KEY.message() + " " + reason);
    }

    @Override
    public ApiError inactiveKey(KeyStatus status) {
        return invalidKey(Phrases.inactive(status));
    }

    @Override
    public ApiError addressNotAllowed(String address) {
        return of(ErrorCode.IP_NOT_ALLOWED, "Request IP " + address + " is not in the key's allowlist.");
    }

    @Override
    public ApiError tooManyRequests(Duration wait) {
        long seconds = RetryAfter.seconds(wait);
        String when = " Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
        return of(
                ErrorCode.RATE_LIMIT_EXCEEDED, ErrorCode.RATE_LIMIT_EXCEEDED.message() + when, RetryAfter.header(wait));
    }

    @Override
    public ApiError tooManyAtOnce(int most) {
        return tooMuchToDo("At most " + most + " requests may wait at once.");
    }

    @Override
    public ApiError tooMuchToDo(String reason) {
        return of(ErrorCode.RATE_LIMIT_EXCEEDED, ErrorCode.RATE_LIMIT_EXCEEDED.message() + " " + reason);
    }

    @Override
    public ApiError unreadableBody(String reason) {
        return invalid(reason);
    }

    /** The documented pattern (seeds/001: Common Scenarios): {@code 'model' is required.} */
    @Override
    public ApiError missingField(String field) {
        return invalid("'" + field + "' is required.");
    }

    /** The same pattern for a field that is there and wrong (inferred), followed by what would be right. */
    @Override
    public ApiError invalidField(String field, String hint) {
        return invalid("'" + field + "' is invalid. " + hint);
    }

    @Override
    public ApiError unknownModel(String model) {
        return of(ErrorCode.MODEL_NOT_FOUND, "Model '" + Phrases.quoted(model) + "' does not exist or is inactive.");
    }

    @Override
    public ApiError unknownTask() {
        return of(ErrorCode.TASK_NOT_FOUND, ErrorCode.TASK_NOT_FOUND.message());
    }

    /** The documented text (seeds/001: Error Codes), which names no amounts. */
    @Override
    public ApiError insufficientCredits(Refusal.ShortOfCredits refusal) {
        return of(ErrorCode.INSUFFICIENT_CREDITS, ErrorCode.INSUFFICIENT_CREDITS.message());
    }

    @Override
    public ApiError overSpendLimit(Refusal.OverSpendLimit over) {
        return of(
                ErrorCode.SPEND_LIMIT_EXCEEDED,
                "Key spend limit reached (" + Phrases.window(over) + "): " + over.limit() + " credits. "
                        + Phrases.roomAgain(over));
    }

    /** For a status that the page's table does not have, such as 405; the code stays one of the table's. */
    @Override
    public ApiError ofStatus(int status, String message) {
        ErrorCode code = status >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.INVALID_REQUEST;
        return new ApiError(new DialectError(status, Map.of(), body(code, message)), message);
    }

    ApiError invalid(String message) {
        return of(ErrorCode.INVALID_REQUEST, message);
    }

    /** An error that nothing has led to but somebody who asked for it. */
    ApiError injected(ErrorCode code, Optional<Duration> retryAfter) {
        boolean isThrottled = code == ErrorCode.RATE_LIMIT_EXCEEDED;
        return of(code, code.message(), RetryAfter.header(retryAfter, isThrottled));
    }

    private static ApiError of(ErrorCode code, String message) {
        return of(code, message, Map.of());
    }

    private static ApiError of(ErrorCode code, String message, Map<String, String> headers) {
        return new ApiError(new DialectError(code.status(), headers, body(code, message)), message);
    }

    /** The envelope, in the page's order of keys. */
    private static byte[] body(ErrorCode code, String message) {
        ObjectNode envelope = Json.object();
        envelope.putObject("error")
                .put("code", code.code())
                .put("message", message)
                .put("type", code.type());
        return Json.write(envelope);
    }
}
