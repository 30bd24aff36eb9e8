package dev.darkroom.dialect.reapi;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.ledger.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The error responses of reAPI. The documentation shows the text of 20002 and says that texts can have details, such as
 * parameter names and the balance (providers/reapi.md §7). All other texts are inferred.
 */
@Singleton
class ReApiErrorResponses implements ErrorResponses {

    private final ConfiguredCodes codes;

    ReApiErrorResponses(ConfiguredCodes codes) {
        this.codes = codes;
    }

    @Override
    public ApiException missingKey(String hint) {
        return of(ErrorCode.NO_AUTHORIZATION);
    }

    @Override
    public ApiException malformedKey(String reason, String hint) {
        return of(ErrorCode.NOT_A_BEARER, reason);
    }

    @Override
    public ApiException invalidKey(String reason) {
        return of(ErrorCode.INVALID_KEY, reason);
    }

    /** Every inactive key counts as revoked, because the vendor has no code for other states. */
    @Override
    public ApiException inactiveKey(KeyStatus status) {
        return of(ErrorCode.REVOKED_KEY);
    }

    @Override
    public ApiException addressNotAllowed(String address) {
        return of(ErrorCode.IP_NOT_ALLOWED, address);
    }

    @Override
    public ApiException tooManyRequests(ThrottledRequest request) {
        return throttled(request.retryAfter());
    }

    @Override
    public ApiException overloaded(String reason) {
        return of(ErrorCode.RATE_LIMITED, reason);
    }

    @Override
    public ApiException malformedBody(String reason) {
        return of(ErrorCode.MALFORMED_BODY, reason);
    }

    @Override
    public ApiException ofField(String field, FieldError error) {
        return error instanceof FieldError.Missing ? missingField(field) : invalidField(field, error.hint());
    }

    ApiException missingField(String field) {
        return of(ErrorCode.MISSING_PARAMETER, field);
    }

    private ApiException invalidField(String field, String hint) {
        return of(ErrorCode.INVALID_PARAMETER, field + ". " + hint);
    }

    /** @param message a rule quoted from the documentation, which already mentions the parameter */
    ApiException brokenRule(String message) {
        return plain(ErrorCode.INVALID_PARAMETER, message);
    }

    @Override
    public ApiException unknownModel(String model) {
        return of(ErrorCode.UNKNOWN_MODEL, ErrorTexts.quoted(model));
    }

    @Override
    public ApiException unknownTask() {
        return of(ErrorCode.TASK_NOT_FOUND);
    }

    @Override
    public ApiException insufficientCredits(Refusal.ShortOfCredits refusal) {
        return of(
                ErrorCode.INSUFFICIENT_CREDITS,
                "this request costs " + refusal.price() + ", the balance is " + refusal.balance());
    }

    @Override
    public ApiException overSpendLimit(Refusal.OverSpendLimit refusal) {
        return of(ErrorCode.SPEND_LIMIT, refusal.limit() + " credits (" + ErrorTexts.window(refusal) + ")");
    }

    @Override
    public ApiException forStatus(int status, String message) {
        ErrorCode code =
                switch (status) {
                    case 404, 405 -> ErrorCode.UNKNOWN_ENDPOINT;
                    case 502 -> ErrorCode.UPSTREAM_ERROR;
                    case 503 -> ErrorCode.UPSTREAM_UNAVAILABLE;
                    case 504 -> ErrorCode.UPSTREAM_TIMEOUT;
                    default -> status >= 500 ? ErrorCode.UNEXPECTED : ErrorCode.MALFORMED_BODY;
                };
        return new ApiException(new ErrorResponse(status, Map.of(), ErrorBody.of(codes.of(code), message)), message);
    }

    /** An error that is injected on purpose. */
    ErrorResponse injected(ErrorCode code, Optional<Duration> retryAfter) {
        Map<String, String> headers = RetryAfter.header(retryAfter, code == ErrorCode.RATE_LIMITED);
        return new ErrorResponse(code.status(), headers, ErrorBody.of(codes.of(code), code.message()));
    }

    private ApiException throttled(Duration retryAfter) {
        return plain(ErrorCode.RATE_LIMITED, RetryAfter.header(retryAfter), ErrorCode.RATE_LIMITED.message());
    }

    private ApiException of(ErrorCode code) {
        return plain(code, code.message());
    }

    private ApiException of(ErrorCode code, String detail) {
        return plain(code, code.message() + ": " + detail);
    }

    private ApiException plain(ErrorCode code, String message) {
        return plain(code, Map.of(), message);
    }

    private ApiException plain(ErrorCode code, Map<String, String> headers, String message) {
        return new ApiException(
                new ErrorResponse(code.status(), headers, ErrorBody.of(codes.of(code), message)), message);
    }
}
