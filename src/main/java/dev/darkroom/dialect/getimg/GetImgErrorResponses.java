package dev.darkroom.dialect.getimg;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.task.Outcome;
import java.util.Map;

/** Error responses of getimg.ai. Three texts are documented; the others follow their pattern or the error table. */
final class GetImgErrorResponses implements ErrorResponses {

    /** The documented text is the same for every key (providers/getimg.md §5), so a warning header has the reason. */
    @Override
    public ApiException invalidKey(String reason) {
        return Envelope.of(ErrorCode.INVALID_API_KEY)
                .withHeaders(Map.of(DarkroomHeaders.WARNING, reason))
                .toException();
    }

    /** Inferred: the vendor has no allow-list. */
    @Override
    public ApiException addressNotAllowed(String address) {
        return Envelope.of(ErrorCode.PERMISSION_DENIED, "The API key may not be used from the address " + address + ".")
                .toException();
    }

    @Override
    public ApiException tooManyRequests(ThrottledRequest request) {
        long seconds = RetryAfter.seconds(request.retryAfter());
        return Envelope.of(
                        ErrorCode.RATE_LIMIT,
                        "Rate limit exceeded. Please try again in " + seconds
                                + (seconds == 1 ? " second." : " seconds."))
                .withHeaders(RetryAfter.header(request.retryAfter()))
                .toException();
    }

    /** The documented text (providers/getimg.md §5). */
    @Override
    public ApiException tooManyConcurrent(int limit) {
        return Envelope.brief(
                ErrorCode.RATE_LIMIT, "Too many concurrent requests. Please wait for current requests to finish.");
    }

    @Override
    public ApiException overloaded(String reason) {
        return Envelope.of(ErrorCode.RATE_LIMIT, "Too many requests. " + reason).toException();
    }

    @Override
    public ApiException malformedBody(String reason) {
        return Envelope.of(ErrorCode.INVALID_PARAMETER, reason).toException();
    }

    @Override
    public ApiException ofField(String field, FieldError error) {
        if (error instanceof FieldError.Missing) {
            return missingField(field);
        }
        if (error instanceof FieldError.NotOneOf unsupported) {
            return unsupportedValue(field, unsupported.value());
        }
        if (error instanceof FieldError.Unknown) {
            return unknownField(field);
        }
        return invalidField(field, error.hint());
    }

    ApiException missingField(String field) {
        return Envelope.about(field, ErrorCode.PARAMETER_MISSING, "Missing required parameter: '" + field + "'.")
                .toException();
    }

    ApiException invalidField(String field, String hint) {
        return Envelope.about(field, ErrorCode.INVALID_PARAMETER, "Invalid value for '" + field + "'. " + hint)
                .toException();
    }

    /** The documented pattern: {@code Unsupported resolution '4K' for model 'gpt-image-2'.} */
    private static ApiException unsupportedValue(String field, String value) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        return Envelope.about(
                        field,
                        ErrorCode.INVALID_PARAMETER,
                        "Unsupported " + name + " '" + ErrorTexts.quoted(value) + "' for model '" + Model.ID + "'.")
                .toException();
    }

    /** Inferred, as is the status 400 instead of 404. */
    @Override
    public ApiException unknownModel(String model) {
        return Envelope.about(
                        "model", ErrorCode.INVALID_PARAMETER, "Unsupported model '" + ErrorTexts.quoted(model) + "'.")
                .toException();
    }

    private static ApiException unknownField(String field) {
        return Envelope.about(
                        field, ErrorCode.INVALID_PARAMETER, "Unknown parameter: '" + ErrorTexts.quoted(field) + "'.")
                .toException();
    }

    @Override
    public ApiException unknownTask() {
        return notFound("There is no such generation.");
    }

    ApiException notFound(String message) {
        return Envelope.of(ErrorCode.NOT_FOUND, message).toException();
    }

    /** The download URL is invalid or expired. */
    ApiException permissionDenied(String message) {
        return Envelope.of(ErrorCode.PERMISSION_DENIED, message).toException();
    }

    @Override
    public ApiException insufficientCredits(Refusal.ShortOfCredits refusal) {
        return Envelope.of(ErrorCode.QUOTA_EXCEEDED).toException();
    }

    /** Inferred: the vendor has no spend limits. */
    @Override
    public ApiException overSpendLimit(Refusal.OverSpendLimit refusal) {
        return Envelope.of(
                        ErrorCode.QUOTA_EXCEEDED,
                        "The " + ErrorTexts.window(refusal) + " spend limit of " + Dollars.text(refusal.limit())
                                + " USD is reached.")
                .toException();
    }

    /** The task has failed. */
    ApiException failed(Outcome.Fails failure) {
        return Envelope.of(ErrorCode.of(failure.code()).orElse(ErrorCode.INTERNAL_ERROR), failure.message())
                .toException();
    }

    @Override
    public ApiException forStatus(int status, String message) {
        return Envelope.of(ErrorCode.forStatus(status), message)
                .withStatus(status)
                .toException();
    }
}
