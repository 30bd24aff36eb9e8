package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestContext;
import java.time.Instant;
import java.util.Map;

/**
 * What the text of an error depends on, besides its code.
 *
 * @param requestId the id of the request, which some texts contain
 * @param now the time of the error, on the sandbox's clock
 * @param moderation what content moderation found, if it did
 * @param headers headers of the response, such as {@code Retry-After}
 */
record ErrorContext(String requestId, Instant now, ModerationDetails moderation, Map<String, String> headers) {

    static ErrorContext of(RequestContext request, ModerationDetails moderation, Map<String, String> headers) {
        Instant now = request.sandboxTime().orElseGet(request::arrivedAt);
        return new ErrorContext(RequestIds.of(request), now, moderation, headers);
    }
}
