package dev.darkroom.dialect.reapi;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.dialect.ApiError;
import dev.darkroom.dialect.DialectError;
import dev.darkroom.dialect.Phrases;
import dev.darkroom.dialect.Refusals;
import dev.darkroom.dialect.RetryAfter;
import dev.darkroom.ledger.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How reAPI says no. The documentation shows the text of 20002 and lets texts carry more, such as names of parameters and the
 * balance (providers/reapi.md §7); the rest of the texts is inferred.
 */
@Singleton
class ReApiRefusals implements Refusals {

    private final Codes codes;

    ReApiRefusals(Codes codes) {
        this.codes = codes;
    }

    @Override
    public ApiError missingKey() {
        return of(ErrorCode.NO_AUTHORIZATION);
    }

    @Override
    public ApiError unreadableKey(String reason) {
        return of(ErrorCode.NOT_A_BEARER, reason);
    }

    @Override
    public ApiError invalidKey(String reason) {
        return of(ErrorCode.INVALID_KEY, reason);
    }

    /** Whatever became of the key or its account, it is as good as revoked. */
    @Override
    public ApiError inactiveKey(KeyStatus status) {
        return of(ErrorCode.REVOKED_KEY);
    }

    @Override
    public ApiError addressNotAllowed(String address) {
        return of(ErrorCode.IP_NOT_ALLOWED, "It comes from " + address + ".");
    }

    @Override
    public ApiError tooManyRequests(Duration wait) {
        return throttled(wait);
    }

    @Override
    public ApiError tooManyAtOnce(int most) {
        return of(ErrorCode.RATE_LIMITED, "At most " + most + " may wait at once.");
    }

    @Override
    public ApiError tooMuchToDo(String reason) {
        return of(ErrorCode.RATE_LIMITED, reason);
    }

    @Override
    public ApiError unreadableBody(String reason) {
        return of(ErrorCode.MALFORMED_BODY, reason);
    }

    @Override
    public ApiError missingField(String field) {
        return of(ErrorCode.MISSING_PARAMETER, field);
    }

    @Override
    public ApiError invalidField(String field, String hint) {
        return of(ErrorCode.INVALID_PARAMETER, field + ". " + hint);
    }

    /** @param message a rule of the documentation in its own words, which say what it is about */
    ApiError broken(String message) {
        return plain(ErrorCode.INVALID_PARAMETER, message);
    }

    @Override
    public ApiError unknownModel(String model) {
        return of(ErrorCode.UNKNOWN_MODEL, Phrases.quoted(model));
    }

    @Override
    public ApiError unknownTask() {
        return of(ErrorCode.TASK_NOT_FOUND);
    }

    @Override
    public ApiError insufficientCredits(Refusal.ShortOfCredits refusal) {
        return of(
                ErrorCode.INSUFFICIENT_CREDITS,
                "this request costs " + refusal.price() + ", the balance is " + refusal.balance());
    }

    @Override
    public ApiError overSpendLimit(Refusal.OverSpendLimit over) {
        return of(ErrorCode.SPEND_LIMIT, over.limit() + " credits (" + Phrases.window(over) + ")");
    }

    @Override
    public ApiError ofStatus(int status, String message) {
        ErrorCode code =
                switch (status) {
                    case 404, 405 -> ErrorCode.UNKNOWN_ENDPOINT;
                    case 502 -> ErrorCode.UPSTREAM_ERROR;
                    case 503 -> ErrorCode.UPSTREAM_UNAVAILABLE;
                    case 504 -> ErrorCode.UPSTREAM_TIMEOUT;
                    default -> status >= 500 ? ErrorCode.UNEXPECTED : ErrorCode.MALFORMED_BODY;
                };
        return new ApiError(new DialectError(status, Map.of(), ErrorBody.write(codes.of(code), message)), message);
    }

    /** An error that nothing has led to but somebody who asked for it. */
    DialectError injected(ErrorCode code, Optional<Duration> retryAfter) {
        Map<String, String> headers = RetryAfter.header(retryAfter, code == ErrorCode.RATE_LIMITED);
        return new DialectError(code.status(), headers, ErrorBody.write(codes.of(code), code.message()));
    }

    private ApiError throttled(Duration wait) {
        String message = ErrorCode.RATE_LIMITED.message();
        byte[] body = ErrorBody.write(codes.of(ErrorCode.RATE_LIMITED), message);
        return new ApiError(new DialectError(ErrorCode.RATE_LIMITED.status(), RetryAfter.header(wait), body), message);
    }

    private ApiError of(ErrorCode code) {
        return plain(code, code.message());
    }

    private ApiError of(ErrorCode code, String detail) {
        return plain(code, code.message() + ": " + detail);
    }

    private ApiError plain(ErrorCode code, String message) {
        byte[] body = ErrorBody.write(codes.of(code), message);
        return new ApiError(new DialectError(code.status(), Map.of(), body), message);
    }
}
