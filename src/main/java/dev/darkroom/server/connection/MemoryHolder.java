package dev.darkroom.server.connection;

import dev.darkroom.http.BearerToken;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Names the holder of {@link dev.darkroom.memory.InFlightMemory} that a request takes: its key. A connection without a
 * readable key is a holder of its own, because other clients may have the same address.
 */
public final class MemoryHolder {

    private MemoryHolder() {}

    /** @param token the key that the request has sent */
    public static String of(BearerToken token, HttpServerRequest request) {
        return of(token, ((ConnectionBase) request.connection()).channel());
    }

    static String of(BearerToken token, Channel channel) {
        return token instanceof BearerToken.Key found
                ? found.key().value()
                : channel.id().asShortText();
    }
}
