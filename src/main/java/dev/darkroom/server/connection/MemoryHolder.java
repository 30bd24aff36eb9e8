package dev.darkroom.server.connection;

import dev.darkroom.http.BearerToken;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;

/**
 * Names the holder of {@link dev.darkroom.memory.InFlightMemory} that a request takes: its key. A connection without a
 * readable key is a holder of its own, because other clients may have the same address.
 */
public final class MemoryHolder {

    private MemoryHolder() {}

    public static String of(HttpServerRequest request) {
        return of(
                request.headers().getAll(HttpHeaders.AUTHORIZATION), ((ConnectionBase) request.connection()).channel());
    }

    /** @param authorization the values of the {@code Authorization} header */
    static String of(List<String> authorization, Channel channel) {
        if (BearerToken.read(authorization) instanceof BearerToken.Key found) {
            return found.key().value();
        }
        return channel.id().asShortText();
    }
}
