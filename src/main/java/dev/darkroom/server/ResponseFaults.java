package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ErrorIds;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.chaos.fault.ContentEffect;
import dev.darkroom.chaos.fault.HeadChange;
import dev.darkroom.http.GatewayPage;
import dev.darkroom.http.RetryAfter;
import dev.darkroom.http.json.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the effect of a fault to the content of a response. {@link ResponseSender} applies its effect to the
 * connection.
 */
record ResponseFaults(FaultyResponse response, Dialect dialect, ErrorIds ids)
        implements ContentEffect.Visitor<FaultyResponse> {

    private static final int FIRST_ERROR = 300;
    private static final Set<Integer> NO_BODY = Set.of(204, 205, 304);

    @Override
    public FaultyResponse unchanged() {
        return response;
    }

    @Override
    public FaultyResponse error(String code, Optional<Duration> retryAfter) {
        return error(dialect.error(RequestContext.of(response.context()), code, retryAfter));
    }

    @Override
    public FaultyResponse statusError(int status) {
        String message = HttpResponseStatus.valueOf(status).reasonPhrase() + ".";
        return error(dialect.errors().forStatus(status, message).response());
    }

    private FaultyResponse error(ErrorResponse error) {
        byte[] body = error.body(ids.of(response.context()));
        Map<String, String> headers = new LinkedHashMap<>(error.headers());
        if (body.length > 0) {
            headers.put("Content-Type", "application/json");
        }
        return response.with(error.status(), headers, new ResponseBody.Whole(body));
    }

    @Override
    public FaultyResponse otherBody(FaultyResponse changed, String body) {
        return changed.withBody(new ResponseBody.Whole(body.getBytes(StandardCharsets.UTF_8)))
                .withMediaType(Json.isObject(body) ? "application/json" : "text/plain;charset=UTF-8");
    }

    /** A status that reports a success is only for responses that would report one anyway. */
    @Override
    public FaultyResponse otherHead(FaultyResponse changed, HeadChange head) {
        boolean isOwnError = changed == response && response.status() >= FIRST_ERROR;
        int status = isOwnError ? response.status() : head.status().orElse(changed.status());
        FaultyResponse result = changed.withHeaders(head.headers());
        if (head.retryDate().isPresent()) {
            String date = RetryAfter.date(Instant.now().plus(head.retryDate().get()));
            result = result.withHeaders(Map.of(HttpHeaders.RETRY_AFTER, Optional.of(date)));
        }
        return NO_BODY.contains(status) ? result.withoutBody(status) : result.withStatus(status);
    }

    @Override
    public FaultyResponse outageError() {
        return error(dialect.profile().outageCode(), Optional.empty());
    }

    @Override
    public FaultyResponse gatewayPage(int status) {
        GatewayPage page = new GatewayPage(status);
        return response.with(status, Map.of("Content-Type", page.mediaType()), new ResponseBody.Whole(page.bytes()));
    }

    @Override
    public FaultyResponse malformedJson() {
        RequestContext.of(response.context()).markTruncated();
        return response.withBody(response.body().malformed());
    }

    @Override
    public FaultyResponse otherMediaType(String mediaType) {
        return response.withMediaType(mediaType);
    }
}
