package dev.darkroom.server;

import dev.darkroom.chaos.fault.Transmission;
import jakarta.ws.rs.core.MediaType;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response that is changed, delayed, streamed or sent in an unusual way.
 *
 * @param headers headers to add to those of the HTTP response
 * @param delay how long the response waits, in real time
 */
record FaultyResponse(
        RoutingContext context,
        int status,
        Map<String, String> headers,
        ResponseBody body,
        Duration delay,
        Transmission transmission) {

    FaultyResponse with(int newStatus, Map<String, String> newHeaders, ResponseBody newBody) {
        return new FaultyResponse(context, newStatus, newHeaders, newBody, delay, transmission);
    }

    FaultyResponse withBody(ResponseBody newBody) {
        return with(status, headers, newBody);
    }

    boolean isJson() {
        return MediaType.APPLICATION_JSON.equals(headers.get("Content-Type"));
    }

    FaultyResponse withMediaType(String mediaType) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put("Content-Type", mediaType);
        return with(status, changed, body);
    }
}
