package dev.darkroom.server.connection;

import dev.darkroom.http.BearerToken;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Names the holder of {@link dev.darkroom.memory.InFlightMemory} that a request takes: its key. Requests without a
 * readable key have the address of their client as their holder.
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
        // A channel that was closed early has no address, and a domain socket has no IP address.
        return channel.remoteAddress() instanceof InetSocketAddress peer && peer.getAddress() != null
                ? peer.getAddress().getHostAddress()
                : String.valueOf(channel.remoteAddress());
    }
}
