package dev.darkroom.server.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/**
 * Adds {@link ConnectionHandlers} to each connection that the server accepts. Vert.x offers no other way to see what
 * a client sends before Vert.x does. Native transports, which users can select, are left alone.
 */
public final class ConnectionTransport extends JDKTransport implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() == JDKTransport.INSTANCE) {
            builder.findTransport(this);
        }
    }

    @Override
    public void configure(NetServerOptions options, boolean isDomainSocket, ServerBootstrap bootstrap) {
        super.configure(options, isDomainSocket, bootstrap);
        bootstrap.handler(new AcceptedConnections());
        Acceptors.register(options, bootstrap.config().childHandler());
    }
}
