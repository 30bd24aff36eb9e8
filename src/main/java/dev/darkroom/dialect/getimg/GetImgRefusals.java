package dev.darkroom.dialect.getimg;

import dev.darkroom.access.KeyStatus;
import dev.darkroom.dialect.ApiError;
import dev.darkroom.dialect.DarkroomHeaders;
import dev.darkroom.dialect.Fields;
import dev.darkroom.dialect.Phrases;
import dev.darkroom.dialect.Refusals;
import dev.darkroom.dialect.RetryAfter;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.task.Outcome;
import java.time.Duration;
import java.util.Map;

/** How getimg.ai says no. Its pages give three texts; the others follow their pattern, or say what the table means. */
final class GetImgRefusals implements Refusals {

    @Override
    public ApiError missingKey() {
        return invalidKey("The 'Authorization' header is missing. Send 'Authorization: Bearer sk_...'.");
    }

    @Override
    public ApiError unreadableKey(String reason) {
        return invalidKey(reason + " Send 'Authorization: Bearer sk_...'.");
    }

    /** The documented text says the same of every key (providers/getimg.md §5), so the reason goes into a warning. */
    @Override
    public ApiError invalidKey(String reason) {
        return Envelope.of(ErrorCode.INVALID_API_KEY)
                .withHeaders(Map.of(DarkroomHeaders.WARNING, reason))
                .refusal();
    }

    @Override
    public ApiError inactiveKey(KeyStatus status) {
        return invalidKey(Phrases.inactive(status));
    }

    /** The vendor has no list of addresses; one that Darkroom keeps is told of like this. */
    @Override
    public ApiError addressNotAllowed(String address) {
        return Envelope.of(ErrorCode.PERMISSION_DENIED, "The API key may not be used from the address " + address + ".")
                .refusal();
    }

    @Override
    public ApiError tooManyRequests(Duration wait) {
        long seconds = RetryAfter.seconds(wait);
        return Envelope.of(
                        ErrorCode.RATE_LIMIT,
                        "Rate limit exceeded. Please try again in " + seconds
                                + (seconds == 1 ? " second." : " seconds."))
                .withHeaders(RetryAfter.header(wait))
                .refusal();
    }

    /** The documented text (providers/getimg.md §5). */
    @Override
    public ApiError tooManyAtOnce(int most) {
        return Envelope.brief(
                ErrorCode.RATE_LIMIT, "Too many concurrent requests. Please wait for current requests to finish.");
    }

    @Override
    public ApiError tooMuchToDo(String reason) {
        return Envelope.of(ErrorCode.RATE_LIMIT, "Too many requests. " + reason).refusal();
    }

    @Override
    public ApiError unreadableBody(String reason) {
        return Envelope.of(ErrorCode.INVALID_PARAMETER, reason).refusal();
    }

    @Override
    public ApiError missingField(String field) {
        return Envelope.about(field, ErrorCode.PARAMETER_MISSING, "Missing required parameter: '" + field + "'.")
                .refusal();
    }

    @Override
    public ApiError invalidField(String field, String hint) {
        return Envelope.about(field, ErrorCode.INVALID_PARAMETER, "Invalid value for '" + field + "'. " + hint)
                .refusal();
    }

    /** The documented pattern: {@code Unsupported resolution '4K' for model 'gpt-image-2'.} */
    ApiError unsupported(Fields owner, String field, String value) {
        return Envelope.about(
                        owner.path() + field,
                        ErrorCode.INVALID_PARAMETER,
                        "Unsupported " + field + " '" + Phrases.quoted(value) + "' for model '" + Model.ID + "'.")
                .refusal();
    }

    /** Inferred, and that it is no 404, too. */
    @Override
    public ApiError unknownModel(String model) {
        return Envelope.about(
                        "model", ErrorCode.INVALID_PARAMETER, "Unsupported model '" + Phrases.quoted(model) + "'.")
                .refusal();
    }

    ApiError unknownField(String field) {
        return Envelope.about(field, ErrorCode.INVALID_PARAMETER, "Unknown parameter: '" + Phrases.quoted(field) + "'.")
                .refusal();
    }

    @Override
    public ApiError unknownTask() {
        return notFound("There is no such generation.");
    }

    ApiError notFound(String message) {
        return Envelope.of(ErrorCode.NOT_FOUND, message).refusal();
    }

    /** A picture's address does not entitle to it, or does no longer. */
    ApiError noEntrance(String message) {
        return Envelope.of(ErrorCode.PERMISSION_DENIED, message).refusal();
    }

    @Override
    public ApiError insufficientCredits(Refusal.ShortOfCredits refusal) {
        return Envelope.of(ErrorCode.QUOTA_EXCEEDED).refusal();
    }

    /** The vendor has no spend limits; one that Darkroom keeps is told of like this. */
    @Override
    public ApiError overSpendLimit(Refusal.OverSpendLimit refusal) {
        return Envelope.of(
                        ErrorCode.QUOTA_EXCEEDED,
                        "The " + Phrases.window(refusal) + " spend limit of " + Dollars.text(refusal.limit())
                                + " USD is reached.")
                .refusal();
    }

    /** A task has ended without a picture. */
    ApiError failed(Outcome.Fails reason) {
        return Envelope.of(ErrorCode.of(reason.code()).orElse(ErrorCode.INTERNAL_ERROR), reason.message())
                .refusal();
    }

    @Override
    public ApiError ofStatus(int status, String message) {
        return Envelope.of(ErrorCode.ofStatus(status), message)
                .withStatus(status)
                .refusal();
    }
}
