package dev.darkroom.server;

import dev.darkroom.chaos.fault.Fault;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer that does not go out as it is.
 *
 * @param headers besides those that the answer has already
 * @param fault what becomes of it on the wire; empty when it only has to wait
 */
record FaultyResponse(
        RoutingContext context, int status, Map<String, String> headers, byte[] body, Optional<Fault> fault) {

    FaultyResponse with(int otherStatus, Map<String, String> otherHeaders, byte[] otherBody) {
        return new FaultyResponse(context, otherStatus, otherHeaders, otherBody, Optional.empty());
    }

    /** The same answer with another body, as if that were right. */
    FaultyResponse with(byte[] otherBody) {
        return new FaultyResponse(context, status, headers, otherBody, Optional.empty());
    }

    FaultyResponse ofType(String type) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put("Content-Type", type);
        return new FaultyResponse(context, status, changed, body, Optional.empty());
    }
}
