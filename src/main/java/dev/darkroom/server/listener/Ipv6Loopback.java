package dev.darkroom.server.listener;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Listens on {@code ::1} if the server listens on {@code localhost}, which is {@code 127.0.0.1} for a server in Java. Some
 * clients try only one of the two.
 */
final class Ipv6Loopback {

    private static final Logger LOG = Logger.getLogger(Ipv6Loopback.class);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private Ipv6Loopback() {}

    /** Without IPv6, or if another process uses the port, only the address of IPv4 works. */
    static Future<Void> listen(Vertx vertx, HttpServerOptions options, int port) {
        if (!LOOPBACK.contains(options.getHost())) {
            return Future.succeededFuture();
        }
        HttpServerOptions ipv6 = new HttpServerOptions(options).setHost("::1").setPort(port);
        return SharedServer.listen(vertx, ipv6)
                .onFailure(failure -> LOG.debugf(failure, "Cannot listen on ::1"))
                .otherwiseEmpty()
                .mapEmpty();
    }
}
