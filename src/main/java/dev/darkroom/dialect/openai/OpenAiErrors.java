package dev.darkroom.dialect.openai;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.access.RateRule;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorResponses;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.field.FieldError;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.task.Outcome;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Error responses of OpenAI (providers/openai.md §8). */
class OpenAiErrors implements ErrorResponses {

    static final String LOST = "The server had an error while processing your request: the sandbox was reset, or the"
            + " server stopped, before the image was finished.";

    private static final String RETRY_AFTER_MILLIS = "retry-after-ms";
    private static final int NOT_FOUND = 404;

    /** Inferred: the source says only that the code is null. */
    @Override
    public ApiException missingKey(String hint) {
        return ErrorCode.INVALID_API_KEY
                .envelope("You didn't provide an API key. " + hint)
                .withoutCode()
                .toException();
    }

    @Override
    public ApiException malformedKey(String reason, String hint) {
        return ErrorCode.INVALID_API_KEY
                .envelope(reason + " " + hint)
                .withoutCode()
                .toException();
    }

    @Override
    public ApiException invalidKey(String reason) {
        return ErrorCode.INVALID_API_KEY.envelope().withHeaders(warning(reason)).toException();
    }

    /** The text shows some letters of the key, and the warning has the reason. */
    @Override
    public ApiException invalidKey(ApiKey key, String reason) {
        return ErrorCode.INVALID_API_KEY
                .envelope("Incorrect API key provided: " + shown(key)
                        + ". You can find your API key at https://platform.openai.com/account/api-keys.")
                .withHeaders(warning(reason))
                .toException();
    }

    /** Inferred, as is the code for a banned account. */
    @Override
    public ApiException inactiveKey(ApiKey key, KeyStatus status) {
        return status == KeyStatus.BANNED
                ? ErrorCode.ACCOUNT_DEACTIVATED.envelope().toException()
                : invalidKey(key, ErrorTexts.inactive(status));
    }

    /** The status is documented, the body is inferred. */
    @Override
    public ApiException addressNotAllowed(String address) {
        return ErrorCode.IP_NOT_AUTHORIZED
                .envelope("Your IP address " + address + " is not authorized to use this API key.")
                .toException();
    }

    /** The pattern of the text, the type and the header are inferred. */
    @Override
    public ApiException tooManyRequests(ThrottledRequest request) {
        RateRule rule = request.rule();
        return ErrorCode.RATE_LIMIT_EXCEEDED
                .envelope("Rate limit reached on images per " + period(rule.window()) + ": Limit " + rule.requests()
                        + ". Please try again in " + RetryAfter.seconds(request.retryAfter()) + "s.")
                .withHeaders(retryAfter(request.retryAfter()))
                .toException();
    }

    @Override
    public ApiException overloaded(String reason) {
        return overload(reason).toException();
    }

    /** The sandbox was reset, or the server stops, before the task ended. */
    Envelope lost() {
        return ErrorCode.SERVER_ERROR.envelope(LOST);
    }

    /** Too many images of an API key wait to be drawn, or to be sent. */
    static Envelope tooManyImages() {
        return overload("Too many images of this API key wait to be drawn or sent.");
    }

    private static Envelope overload(String reason) {
        ErrorCode code = ErrorCode.SERVER_IS_OVERLOADED;
        return code.envelope(code.message() + " " + reason);
    }

    @Override
    public ApiException malformedBody(String reason) {
        return ErrorCode.INVALID_VALUE
                .envelope("We could not parse the body of your request. " + reason)
                .withoutCode()
                .toException();
    }

    /** {@link Parameters} reads all parameters of create requests; this is for checks that all dialects share. */
    @Override
    public ApiException ofField(String field, FieldError error) {
        return ErrorCode.INVALID_VALUE
                .about(field, "Invalid '" + ErrorTexts.quoted(field) + "'. " + error.hint())
                .toException();
    }

    /** Measured: chat endpoints report another error. */
    @Override
    public ApiException unknownModel(String model) {
        return noSuchModel("model", model).toException();
    }

    /** @param param the name of the parameter with the model */
    static Envelope noSuchModel(String param, String model) {
        return ErrorCode.INVALID_VALUE
                .about(param, "The model '" + ErrorTexts.quoted(model) + "' does not exist.")
                .withType(ErrorCode.Type.IMAGE_USER);
    }

    @Override
    public ApiException unknownTask() {
        return ErrorCode.NOT_FOUND.envelope().withoutCode().toException();
    }

    @Override
    public ApiException insufficientCredits(Refusal.ShortOfCredits refusal) {
        return ErrorCode.INSUFFICIENT_QUOTA.envelope().toException();
    }

    @Override
    public ApiException overSpendLimit(Refusal.OverSpendLimit refusal) {
        return ErrorCode.PROJECT_SPEND_LIMIT_EXCEEDED.envelope().toException();
    }

    /** Measured: an unknown path has neither a body nor a type, only this header. */
    @Override
    public ApiException forStatus(int status, String message) {
        if (status == NOT_FOUND) {
            Map<String, String> headers = Map.of("x-content-type-options", "nosniff");
            return new ApiException(ErrorResponse.withoutBody(NOT_FOUND, headers), message);
        }
        return ErrorCode.forStatus(status).envelope(message).withStatus(status).toException();
    }

    /**
     * The response for a code that a rule, a trigger or a failed task names; empty if the API does not have the code.
     *
     * @param message empty for the API's text for the code
     */
    Optional<ErrorResponse> response(String code, Optional<String> message, ErrorContext context) {
        return envelope(code, message, context).map(Envelope::toResponse);
    }

    /** As {@link #response}, before it is written. */
    Optional<Envelope> envelope(String code, Optional<String> message, ErrorContext context) {
        return ErrorCode.of(code).map(error -> {
            if (error != ErrorCode.MODERATION_BLOCKED) {
                return error.envelope(message.orElse(error.message())).withHeaders(context.headers());
            }
            ModerationDetails details = context.moderation();
            return error.envelope(details.message(context.requestId()))
                    .withModeration(details)
                    .withHeaders(context.headers());
        });
    }

    /** How a task fails with a code; empty if the API does not have the code. */
    Optional<Outcome.Fails> failure(Optional<String> code) {
        return ErrorCode.of(code.orElse(ErrorCode.SERVER_ERROR.code()))
                .map(error -> new Outcome.Fails(error.code(), error.message()));
    }

    /** How a task fails if content moderation rejects it. */
    Outcome.Fails moderated(ModerationDetails details) {
        return new Outcome.Fails(ErrorCode.MODERATION_BLOCKED.code(), ErrorCode.MODERATION_BLOCKED.message());
    }

    /** Both headers that the vendor's client libraries read (providers/openai.md §9). */
    static Map<String, String> retryAfter(Duration wait) {
        return Map.of(
                HttpHeaders.RETRY_AFTER,
                Long.toString(RetryAfter.seconds(wait)),
                RETRY_AFTER_MILLIS,
                Long.toString(roundedUpMillis(wait)));
    }

    static Map<String, String> warning(String reason) {
        return Map.of(DarkroomHeaders.WARNING, reason);
    }

    private static long roundedUpMillis(Duration wait) {
        return wait.plusMillis(1).minusNanos(1).toMillis();
    }

    private static String period(Duration window) {
        return window.equals(Duration.ofMinutes(1)) ? "min" : window.toSeconds() + " s";
    }

    /** Such as {@code sk-ab***yz}. */
    private static String shown(ApiKey key) {
        return key.masked().replace("…", "***");
    }
}
