package dev.darkroom.server.connection;

import io.netty.channel.ChannelHandler;
import io.vertx.core.net.NetServerOptions;
import java.util.Optional;

/**
 * The handlers by which Vert.x turns a new connection into one for HTTP or HTTPS. A tunnel that ends in this server is
 * such a new connection.
 */
final class Acceptors {

    private static volatile ChannelHandler http;
    private static volatile ChannelHandler https;

    private Acceptors() {}

    static void register(NetServerOptions options, ChannelHandler acceptor) {
        if (options.isSsl()) {
            https = acceptor;
        } else {
            http = acceptor;
        }
    }

    static Optional<ChannelHandler> http() {
        return Optional.ofNullable(http);
    }

    /** Empty if the server does not accept HTTPS. */
    static Optional<ChannelHandler> https() {
        return Optional.ofNullable(https);
    }
}
