package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.error.ErrorIds;
import dev.darkroom.api.error.ErrorResponse;
import dev.darkroom.chaos.fault.ContentEffect;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the effect of a fault to the content of a response. {@link ResponseSender} applies its effect to the
 * connection.
 */
record ResponseFaults(FaultyResponse response, Dialect dialect, ErrorIds ids)
        implements ContentEffect.Visitor<FaultyResponse> {

    @Override
    public FaultyResponse unchanged() {
        return response;
    }

    @Override
    public FaultyResponse error(String code, Optional<Duration> retryAfter) {
        ErrorResponse error = dialect.error(code, retryAfter);
        byte[] body = error.body(ids.of(response.context()));
        Map<String, String> headers = new LinkedHashMap<>(error.headers());
        if (body.length > 0) {
            headers.put("Content-Type", "application/json");
        }
        return response.with(error.status(), headers, new ResponseBody.Whole(body));
    }

    @Override
    public FaultyResponse outageError() {
        return error(dialect.profile().outageCode(), Optional.empty());
    }

    /** The page looks like an error page of nginx. */
    @Override
    public FaultyResponse gatewayPage(int status) {
        String title = HttpResponseStatus.valueOf(status).toString();
        String page =
                ("<html>\r\n<head><title>%1$s</title></head>\r\n<body>\r\n<center><h1>%1$s</h1></center>\r\n</body>\r\n"
                                + "</html>\r\n")
                        .formatted(title);
        return response.with(
                status,
                Map.of("Content-Type", "text/html"),
                new ResponseBody.Whole(page.getBytes(StandardCharsets.US_ASCII)));
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
