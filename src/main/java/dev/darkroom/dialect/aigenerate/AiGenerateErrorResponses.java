package dev.darkroom.dialect.aigenerate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.darkroom.access.RateRule;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.Refusal;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Errors with the texts of the table (providers/aigenerate.md §5), followed by details of the request. */
@Singleton
class AiGenerateErrorResponses implements ErrorResponses {

    private static final int OK = 200;
    private final AiGenerateConfig config;
    private final Envelope envelope;

    AiGenerateErrorResponses(AiGenerateConfig config, Envelope envelope) {
        this.config = config;
        this.envelope = envelope;
    }

    @Override
    public ApiException invalidKey(String reason) {
        return of(ErrorCode.NOT_AUTHORIZED, reason);
    }

    @Override
    public ApiException addressNotAllowed(String address) {
        return of(ErrorCode.NOT_AUTHORIZED, "Request IP " + address + " is not in the key's allow-list.");
    }

    @Override
    public ApiException tooManyRequests(ThrottledRequest request) {
        return throttled(request);
    }

    @Override
    public ApiException overloaded(String reason) {
        return of(ErrorCode.RATE_LIMITED, reason);
    }

    @Override
    public ApiException malformedBody(String reason) {
        return of(ErrorCode.BAD_REQUEST, reason);
    }

    @Override
    public ApiException ofField(String field, FieldError error) {
        return error instanceof FieldError.Missing ? missingField(field) : invalidField(field, error.hint());
    }

    ApiException missingField(String field) {
        return invalid("'" + field + "' is required.");
    }

    private ApiException invalidField(String field, String hint) {
        return invalid("'" + field + "' is invalid. " + hint);
    }

    ApiException invalid(String detail) {
        return of(ErrorCode.INVALID, detail);
    }

    @Override
    public ApiException unknownModel(String model) {
        return withText(ErrorCode.INVALID, "model is not supported: '" + ErrorTexts.quoted(model) + "'");
    }

    @Override
    public ApiException unknownTask() {
        return withText(ErrorCode.NOT_FOUND, ErrorCode.NOT_FOUND.text());
    }

    @Override
    public ApiException insufficientCredits(Refusal.ShortOfCredits refusal) {
        return withText(ErrorCode.CREDITS_TOO_LOW, ErrorCode.CREDITS_TOO_LOW.text());
    }

    /** Not a 429, because a client that retries after a short wait is not admitted (inferred). */
    @Override
    public ApiException overSpendLimit(Refusal.OverSpendLimit refusal) {
        return of(
                ErrorCode.CREDITS_TOO_LOW,
                "The key's spend cap (" + ErrorTexts.window(refusal) + ") is " + refusal.limit() + " credits. "
                        + ErrorTexts.whenAllowed(refusal));
    }

    /**
     * Keeps the HTTP status, because the request did not reach an operation of the API. The body has the same code,
     * even if the table lacks it (providers/aigenerate.md §5: the body mirrors the status).
     */
    @Override
    public ApiException forStatus(int status, String message) {
        byte[] body = envelope.error(status, message, NullNode.instance);
        return new ApiException(new ErrorResponse(status, Map.of(), body), message);
    }

    /** An error that is injected on purpose. */
    ApiException injected(ErrorCode code, Optional<Duration> retryAfter) {
        if (code == ErrorCode.RATE_LIMITED) {
            return throttled(new ThrottledRequest(AiGenerate.CREATE_LIMIT, retryAfter.orElse(Duration.ofSeconds(1))));
        }
        return of(code, code.text(), RetryAfter.header(retryAfter, false), NullNode.instance);
    }

    private ApiException throttled(ThrottledRequest request) {
        RateRule rule = request.rule();
        JsonNode data = Json.object()
                .put("retryAfter", RetryAfter.seconds(request.retryAfter()))
                .put("limit", rule.requests())
                .set(
                        "windowSeconds",
                        Json.number(BigDecimal.valueOf(rule.window().toMillis(), 3)));
        return of(ErrorCode.RATE_LIMITED, ErrorCode.RATE_LIMITED.text(), RetryAfter.header(request.retryAfter()), data);
    }

    private ApiException of(ErrorCode code, String detail) {
        return withText(code, code.text(detail));
    }

    private ApiException withText(ErrorCode code, String text) {
        return of(code, text, Map.of(), NullNode.instance);
    }

    private ApiException of(ErrorCode code, String text, Map<String, String> headers, JsonNode data) {
        boolean isStatusHidden = config.alwaysOk() && code != ErrorCode.RATE_LIMITED;
        byte[] body = envelope.error(code.number(), text, data);
        return new ApiException(new ErrorResponse(isStatusHidden ? OK : code.number(), headers, body), text);
    }
}
