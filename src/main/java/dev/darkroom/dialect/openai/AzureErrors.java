package dev.darkroom.dialect.openai;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.KeyStatus;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.api.error.ThrottledRequest;
import dev.darkroom.task.Outcome;
import java.util.Map;
import java.util.Optional;

/** Error responses of Azure, where they differ from OpenAI's (providers/azure.md §5). */
final class AzureErrors extends OpenAiErrors {

    private static final int NOT_FOUND = 404;

    @Override
    public ApiException missingKey(String hint) {
        return accessDenied(hint);
    }

    @Override
    public ApiException malformedKey(String reason, String hint) {
        return accessDenied(reason + " " + hint);
    }

    @Override
    public ApiException invalidKey(String reason) {
        return accessDenied(reason);
    }

    @Override
    public ApiException invalidKey(ApiKey key, String reason) {
        return accessDenied(reason);
    }

    /** Inferred: Azure has no keys that are not active, so they are not valid. */
    @Override
    public ApiException inactiveKey(ApiKey key, KeyStatus status) {
        return accessDenied(ErrorTexts.inactive(status));
    }

    /** Inferred. The body is that of accounts that Azure has blocked (measured). */
    @Override
    public ApiException addressNotAllowed(String address) {
        return exception(AzureErrorCode.FORBIDDEN, Map.of());
    }

    @Override
    public ApiException tooManyRequests(ThrottledRequest request) {
        return exception(AzureErrorCode.RATE_LIMIT, retryAfter(request.retryAfter()));
    }

    @Override
    public ApiException unknownModel(String model) {
        return exception(AzureErrorCode.DEPLOYMENT_NOT_FOUND, Map.of());
    }

    /** Inferred, except for the status. */
    @Override
    public ApiException forStatus(int status, String message) {
        if (status == NOT_FOUND) {
            return exception(AzureErrorCode.RESOURCE_NOT_FOUND, Map.of());
        }
        return super.forStatus(status, message);
    }

    @Override
    Optional<ErrorResponse> response(String code, Optional<String> message, ErrorContext context) {
        Optional<AzureErrorCode> own = AzureErrorCode.of(code);
        return own.isPresent()
                ? own.map(error -> error.response(
                        message.orElse(error.message()), context.now().getEpochSecond(), context.headers()))
                : super.response(code, message, context);
    }

    @Override
    Optional<Envelope> envelope(String code, Optional<String> message, ErrorContext context) {
        Optional<AzureErrorCode> own = AzureErrorCode.of(code);
        return own.isPresent()
                ? own.map(error -> Envelope.of(
                                error.status(),
                                ErrorCode.Type.INVALID_REQUEST,
                                Optional.of(error.code()),
                                message.orElse(error.message()))
                        .withHeaders(context.headers()))
                : super.envelope(code, message, context);
    }

    @Override
    Envelope lost() {
        AzureErrorCode code = AzureErrorCode.INTERNAL;
        return Envelope.of(code.status(), ErrorCode.SERVER_ERROR.type(), Optional.of(code.code()), LOST);
    }

    @Override
    Optional<Outcome.Fails> failure(Optional<String> code) {
        Optional<AzureErrorCode> own = AzureErrorCode.of(code.orElse(AzureErrorCode.INTERNAL.code()));
        return own.isPresent()
                ? own.map(error -> new Outcome.Fails(error.code(), error.message()))
                : super.failure(code);
    }

    /** The prompt and the image have the same code and different texts. */
    @Override
    Outcome.Fails moderated(ModerationDetails details) {
        return new Outcome.Fails(
                AzureErrorCode.CONTENT_FILTER.code(),
                details.stage().equals("input")
                        ? AzureErrorCode.CONTENT_FILTER.message()
                        : "Generated image was filtered as a result of our safety system.");
    }

    private static ApiException accessDenied(String reason) {
        return exception(AzureErrorCode.ACCESS_DENIED, warning(reason));
    }

    private static ApiException exception(AzureErrorCode code, Map<String, String> headers) {
        return new ApiException(code.response(code.message(), 0, headers), code.message());
    }
}
