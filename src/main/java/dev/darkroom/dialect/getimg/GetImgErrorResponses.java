package dev.darkroom.dialect.getimg;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.task.Outcome;
import java.util.Map;

/** How getimg.ai says no. Its pages give three texts; the others follow their pattern, or say what the table means. */
final class GetImgErrorResponses implements ErrorResponses {

    @Override
    public ApiException missingKey() {
        return invalidKey("The 'Authorization' header is missing. Send 'Authorization: Bearer sk_...'.");
    }

    @Override
    public ApiException malformedKey(String reason) {
        return invalidKey(reason + " Send 'Authorization: Bearer sk_...'.");
    }

    /** The documented text says the same of every key (providers/getimg.md §5), so the reason goes into a warning. */
    @Override
    public ApiException invalidKey(String reason) {
        return Envelope.of(ErrorCode.INVALID_API_KEY)
                .withHeaders(Map.of(DarkroomHeaders.WARNING, reason))
                .refusal();
    }

    @Override
    public ApiException inactiveKey(KeyStatus status) {
        return invalidKey(ErrorTexts.inactive(status));
    }

    /** The vendor has no list of addresses; one that Darkroom keeps is told of like this. */
    @Override
    public ApiException addressNotAllowed(String address) {
        return Envelope.of(ErrorCode.PERMISSION_DENIED, "The API key may not be used from the address " + address + ".")
                .refusal();
    }

    @Override
    public ApiException tooManyRequests(ThrottledRequest refused) {
        long seconds = RetryAfter.seconds(refused.retryAfter());
        return Envelope.of(
                        ErrorCode.RATE_LIMIT,
                        "Rate limit exceeded. Please try again in " + seconds
                                + (seconds == 1 ? " second." : " seconds."))
                .withHeaders(RetryAfter.header(refused.retryAfter()))
                .refusal();
    }

    /** The documented text (providers/getimg.md §5). */
    @Override
    public ApiException tooManyConcurrent(int most) {
        return Envelope.brief(
                ErrorCode.RATE_LIMIT, "Too many concurrent requests. Please wait for current requests to finish.");
    }

    @Override
    public ApiException overloaded(String reason) {
        return Envelope.of(ErrorCode.RATE_LIMIT, "Too many requests. " + reason).refusal();
    }

    @Override
    public ApiException malformedBody(String reason) {
        return Envelope.of(ErrorCode.INVALID_PARAMETER, reason).refusal();
    }

    @Override
    public ApiException ofField(String field, FieldError error) {
        return error instanceof FieldError.Missing ? missingField(field) : invalidField(field, error.hint());
    }

    ApiException missingField(String field) {
        return Envelope.about(field, ErrorCode.PARAMETER_MISSING, "Missing required parameter: '" + field + "'.")
                .refusal();
    }

    ApiException invalidField(String field, String hint) {
        return Envelope.about(field, ErrorCode.INVALID_PARAMETER, "Invalid value for '" + field + "'. " + hint)
                .refusal();
    }

    /** The documented pattern: {@code Unsupported resolution '4K' for model 'gpt-image-2'.} */
    ApiException unsupported(FieldReader owner, String field, String value) {
        return Envelope.about(
                        owner.path(field),
                        ErrorCode.INVALID_PARAMETER,
                        "Unsupported " + field + " '" + ErrorTexts.quoted(value) + "' for model '" + Model.ID + "'.")
                .refusal();
    }

    /** Inferred, and that it is no 404, too. */
    @Override
    public ApiException unknownModel(String model) {
        return Envelope.about(
                        "model", ErrorCode.INVALID_PARAMETER, "Unsupported model '" + ErrorTexts.quoted(model) + "'.")
                .refusal();
    }

    ApiException unknownField(String field) {
        return Envelope.about(
                        field, ErrorCode.INVALID_PARAMETER, "Unknown parameter: '" + ErrorTexts.quoted(field) + "'.")
                .refusal();
    }

    @Override
    public ApiException unknownTask() {
        return notFound("There is no such generation.");
    }

    ApiException notFound(String message) {
        return Envelope.of(ErrorCode.NOT_FOUND, message).refusal();
    }

    /** A picture's address does not entitle to it, or does no longer. */
    ApiException noEntrance(String message) {
        return Envelope.of(ErrorCode.PERMISSION_DENIED, message).refusal();
    }

    @Override
    public ApiException insufficientCredits(Refusal.ShortOfCredits refusal) {
        return Envelope.of(ErrorCode.QUOTA_EXCEEDED).refusal();
    }

    /** The vendor has no spend limits; one that Darkroom keeps is told of like this. */
    @Override
    public ApiException overSpendLimit(Refusal.OverSpendLimit refusal) {
        return Envelope.of(
                        ErrorCode.QUOTA_EXCEEDED,
                        "The " + ErrorTexts.window(refusal) + " spend limit of " + Dollars.text(refusal.limit())
                                + " USD is reached.")
                .refusal();
    }

    /** A task has ended without a picture. */
    ApiException failed(Outcome.Fails reason) {
        return Envelope.of(ErrorCode.of(reason.code()).orElse(ErrorCode.INTERNAL_ERROR), reason.message())
                .refusal();
    }

    @Override
    public ApiException forStatus(int status, String message) {
        return Envelope.of(ErrorCode.forStatus(status), message)
                .withStatus(status)
                .refusal();
    }
}
