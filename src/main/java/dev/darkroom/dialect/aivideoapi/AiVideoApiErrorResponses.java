package dev.darkroom.dialect.aivideoapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The page's error texts, and texts in the same style where the page gives none. */
final class AiVideoApiErrorResponses implements ErrorResponses {

    @Override
    public ApiException invalidKey(String reason) {
        return of(ErrorCode.INVALID_API_KEY, ErrorCode.INVALID_API_KEY.message() + " " + reason);
    }

    @Override
    public ApiException addressNotAllowed(String address) {
        return of(ErrorCode.IP_NOT_ALLOWED, "Request IP " + address + " is not in the key's allowlist.");
    }

    @Override
    public ApiException tooManyRequests(ThrottledRequest request) {
        long seconds = RetryAfter.seconds(request.retryAfter());
        String advice = " Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
        return of(
                ErrorCode.RATE_LIMIT_EXCEEDED,
                ErrorCode.RATE_LIMIT_EXCEEDED.message() + advice,
                RetryAfter.header(request.retryAfter()));
    }

    @Override
    public ApiException overloaded(String reason) {
        return of(ErrorCode.RATE_LIMIT_EXCEEDED, ErrorCode.RATE_LIMIT_EXCEEDED.message() + " " + reason);
    }

    @Override
    public ApiException malformedBody(String reason) {
        return invalid(reason);
    }

    @Override
    public ApiException ofField(String field, FieldError error) {
        return error instanceof FieldError.Missing ? missingField(field) : invalidField(field, error.hint());
    }

    /** The documented pattern (seeds/001: Common Scenarios): {@code 'model' is required.} */
    ApiException missingField(String field) {
        return invalid("'" + field + "' is required.");
    }

    /** The same pattern for a field with an invalid value (inferred), followed by a hint at valid values. */
    private ApiException invalidField(String field, String hint) {
        return invalid("'" + field + "' is invalid. " + hint);
    }

    @Override
    public ApiException unknownModel(String model) {
        return of(ErrorCode.MODEL_NOT_FOUND, "Model '" + ErrorTexts.quoted(model) + "' does not exist or is inactive.");
    }

    @Override
    public ApiException unknownTask() {
        return of(ErrorCode.TASK_NOT_FOUND, ErrorCode.TASK_NOT_FOUND.message());
    }

    /** The documented text (seeds/001: Error Codes), which states no amounts. */
    @Override
    public ApiException insufficientCredits(Refusal.ShortOfCredits refusal) {
        return of(ErrorCode.INSUFFICIENT_CREDITS, ErrorCode.INSUFFICIENT_CREDITS.message());
    }

    @Override
    public ApiException overSpendLimit(Refusal.OverSpendLimit refusal) {
        return of(
                ErrorCode.SPEND_LIMIT_EXCEEDED,
                "Key spend limit reached (" + ErrorTexts.window(refusal) + "): " + refusal.limit() + " credits. "
                        + ErrorTexts.whenAllowed(refusal));
    }

    /** For statuses that are missing from the page's table, such as 405. The code is still one from the table. */
    @Override
    public ApiException forStatus(int status, String message) {
        ErrorCode code = status >= 500 ? ErrorCode.INTERNAL_ERROR : ErrorCode.INVALID_REQUEST;
        return new ApiException(new ErrorResponse(status, Map.of(), body(code, message)), message);
    }

    ApiException invalid(String message) {
        return of(ErrorCode.INVALID_REQUEST, message);
    }

    /** An error that is injected on purpose. */
    ApiException injected(ErrorCode code, Optional<Duration> retryAfter) {
        boolean isThrottled = code == ErrorCode.RATE_LIMIT_EXCEEDED;
        return of(code, code.message(), RetryAfter.header(retryAfter, isThrottled));
    }

    private static ApiException of(ErrorCode code, String message) {
        return of(code, message, Map.of());
    }

    private static ApiException of(ErrorCode code, String message, Map<String, String> headers) {
        return new ApiException(new ErrorResponse(code.status(), headers, body(code, message)), message);
    }

    /** The error envelope, with its keys in the page's order. */
    private static byte[] body(ErrorCode code, String message) {
        ObjectNode envelope = Json.object();
        envelope.putObject("error")
                .put("code", code.code())
                .put("message", message)
                .put("type", code.type());
        return Json.write(envelope);
    }
}
