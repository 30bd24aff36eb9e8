package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ErrorResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The error responses that rules and triggers inject. */
final class InjectedError {

    private static final ModerationDetails MODERATION = new ModerationDetails("input", List.of("sexual"));
    private static final Duration RATE_LIMIT_WAIT = Duration.ofSeconds(1);
    private static final int TOO_MANY_REQUESTS = 429;

    private InjectedError() {}

    /**
     * @param code one of the API's codes
     * @param request empty if there is no request
     */
    static ErrorResponse response(
            OpenAiErrors errors, String code, Optional<Duration> retryAfter, Optional<RequestContext> request) {
        ErrorResponse response = response(errors, code, request, headers(retryAfter));
        boolean isRateLimit = response.status() == TOO_MANY_REQUESTS
                && ErrorCode.of(code).filter(ErrorCode::isQuota).isEmpty();
        return isRateLimit && retryAfter.isEmpty()
                ? response(errors, code, request, headers(Optional.of(RATE_LIMIT_WAIT)))
                : response;
    }

    private static ErrorResponse response(
            OpenAiErrors errors, String code, Optional<RequestContext> request, Map<String, String> headers) {
        ErrorContext context = request.map(sent -> ErrorContext.of(sent, MODERATION, headers))
                .orElseGet(() -> new ErrorContext("", Instant.EPOCH, MODERATION, headers));
        return errors.response(code, Optional.empty(), context).orElseThrow();
    }

    private static Map<String, String> headers(Optional<Duration> retryAfter) {
        return retryAfter.map(OpenAiErrors::retryAfter).orElse(Map.of());
    }
}
