package dev.darkroom.server.connection;

import dev.darkroom.http.BearerToken;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.InFlightMemory.Reservation;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Reserves memory for responses over HTTP/2 that wait until the client reads them, as {@link UnreadOutput} does for
 * HTTP/1. If there is no memory, it ends the stream. Streamed responses need no memory, because they wait for the
 * client.
 */
@Singleton
public class StreamOutput {

    /** Smaller responses are not counted while the client reads. */
    private static final int MIN_COUNTED = 16 << 10;

    /** The client takes more than its share (RFC 9113, section 7). */
    private static final long ENHANCE_YOUR_CALM = 11;

    private final Provider<InFlightMemory> inFlight;

    /** @param inFlight resolved on use, because filters are created before the settings are validated */
    StreamOutput(Provider<InFlightMemory> inFlight) {
        this.inFlight = inFlight;
    }

    /** Call it once for each request, before the response begins. */
    public void watch(RoutingContext context) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.addHeadersEndHandler(headers -> reserve(context));
        }
    }

    private void reserve(RoutingContext context) {
        String length = context.response().headers().get(HttpHeaders.CONTENT_LENGTH);
        long bytes = length == null ? 0 : Long.parseLong(length);
        HttpServerRequest request = context.request();
        Channel channel = ((ConnectionBase) request.connection()).channel();
        if (bytes == 0 || bytes < MIN_COUNTED && UnreadStreams.isWritable(channel, request.streamId())) {
            return;
        }
        BearerToken token = BearerToken.read(
                request.headers().getAll(HttpHeaders.AUTHORIZATION),
                request.headers().getAll(BearerToken.KEY_HEADER));
        Optional<Reservation> memory =
                inFlight.get().reserve(MemoryHolder.of(token, request), bytes, () -> end(request));
        memory.ifPresentOrElse(
                reserved -> UnreadStreams.hold(channel, request.streamId(), reserved), () -> end(request));
    }

    private static void end(HttpServerRequest request) {
        ConnectionServices.countClosed("unread responses");
        request.response().reset(ENHANCE_YOUR_CALM);
        // Vert.x does nothing once it has the whole response, even if the client has read none of it.
        Channel channel = ((ConnectionBase) request.connection()).channel();
        UnreadStreams.reset(channel, request.streamId(), ENHANCE_YOUR_CALM);
    }
}
