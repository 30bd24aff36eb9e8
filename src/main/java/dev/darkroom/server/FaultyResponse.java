package dev.darkroom.server;

import dev.darkroom.chaos.fault.Transmission;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response that is changed, delayed, streamed or sent in an unusual way.
 *
 * @param headers headers to set in the HTTP response; an empty value removes one
 * @param delay how long the response waits, in real time
 */
record FaultyResponse(
        RoutingContext context,
        int status,
        Map<String, Optional<String>> headers,
        ResponseBody body,
        Duration delay,
        Transmission transmission) {

    /** A response that replaces this one, with headers of its own. */
    FaultyResponse with(int newStatus, Map<String, String> newHeaders, ResponseBody newBody) {
        Map<String, Optional<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        newHeaders.forEach((name, value) -> values.put(name, Optional.of(value)));
        return with(newStatus, newBody, values);
    }

    FaultyResponse withStatus(int newStatus) {
        return with(newStatus, body, headers);
    }

    /** A response with a status that allows no body. */
    FaultyResponse withoutBody(int newStatus) {
        return with(newStatus, new ResponseBody.Whole(new byte[0]), headers)
                .withHeaders(Map.of("Content-Type", Optional.empty()));
    }

    FaultyResponse withBody(ResponseBody newBody) {
        return with(status, newBody, headers);
    }

    boolean isJson() {
        return Optional.of(MediaType.APPLICATION_JSON).equals(headers.get("Content-Type"));
    }

    FaultyResponse withMediaType(String mediaType) {
        return withHeaders(Map.of("Content-Type", Optional.of(mediaType)));
    }

    /** @param changes an empty value removes the header */
    FaultyResponse withHeaders(Map<String, Optional<String>> changes) {
        Map<String, Optional<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.putAll(changes);
        return with(status, body, changed);
    }

    private FaultyResponse with(int newStatus, ResponseBody newBody, Map<String, Optional<String>> newHeaders) {
        return new FaultyResponse(context, newStatus, newHeaders, newBody, delay, transmission);
    }
}
