package dev.darkroom.server.listener;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Listens on {@code ::1} if the server listens on {@code localhost}, which is {@code 127.0.0.1} for a server in Java.
 * Some clients try only one of the two.
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
        return SharedServer.listen(vertx, options, "::1", port)
                .onFailure(failure -> report(failure, port))
                .otherwiseEmpty()
                .mapEmpty();
    }

    /** Clients that try {@code ::1} first reach the other process, and nothing else tells them. */
    private static void report(Throwable failure, int port) {
        if (failure instanceof BindException
                && String.valueOf(failure.getMessage()).contains("in use")) {
            LOG.warnf("Another process uses port %d on ::1, so only 127.0.0.1 leads to Darkroom there", port);
        } else {
            LOG.debugf(failure, "Cannot listen on ::1");
        }
    }
}
