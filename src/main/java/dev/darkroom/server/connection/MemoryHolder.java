package dev.darkroom.server.connection;

import dev.darkroom.http.BearerToken;
import dev.darkroom.memory.InFlightMemory;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Names the holder of the {@link InFlightMemory} that a request takes: its key, or its connection
 * if it has no readable key. Several clients may share an address, so the address is not used.
 */
public final class MemoryHolder {

    private MemoryHolder() {}

    /** @param token the key that the request has sent */
    public static String of(BearerToken token, HttpServerRequest request) {
        return of(token, ((ConnectionBase) request.connection()).channel());
    }

    static String of(BearerToken token, Channel channel) {
        return token instanceof BearerToken.Key found
                ? InFlightMemory.holderOf(found.key().value())
                : "connection " + channel.id().asLongText();
    }
}
