package dev.darkroom.sample;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.CommonError;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import dev.darkroom.http.json.Json;
import dev.darkroom.ledger.Refusal;
import java.util.Map;

/** Errors with a short JSON body, and a 404 without a body. */
final class SampleErrorResponses implements ErrorResponses {

    @Override
    public ApiException invalidKey(String reason) {
        return of(401, reason);
    }

    @Override
    public ApiException addressNotAllowed(String address) {
        return of(403, address);
    }

    @Override
    public ApiException tooManyRequests(ThrottledRequest refused) {
        return of(429, "too many requests");
    }

    @Override
    public ApiException overloaded(String reason) {
        return of(429, reason);
    }

    @Override
    public ApiException malformedBody(String reason) {
        return of(400, reason);
    }

    @Override
    public ApiException ofField(String field, FieldError error) {
        return of(400, field + ": " + error.hint());
    }

    @Override
    public ApiException unknownModel(String model) {
        return of(400, "unknown model");
    }

    @Override
    public ApiException unknownTask() {
        return of(404, "unknown task");
    }

    @Override
    public ApiException insufficientCredits(Refusal.ShortOfCredits refusal) {
        return of(402, "insufficient credits");
    }

    @Override
    public ApiException overSpendLimit(Refusal.OverSpendLimit refusal) {
        return of(402, "over the spend limit");
    }

    @Override
    public ApiException forStatus(int status, String message) {
        return of(status, message);
    }

    ApiException ofCode(String code) {
        return of(code.equals(CommonError.TASK_NOT_FOUND.code()) ? 404 : 500, code);
    }

    private static ApiException of(int status, String message) {
        ErrorResponse response = status == 404
                ? ErrorResponse.withoutBody(status, Map.of("X-Sample", "not-found"))
                : new ErrorResponse(status, Map.of(), Json.write(Json.object().put("error", message)));
        return new ApiException(response, message);
    }
}
