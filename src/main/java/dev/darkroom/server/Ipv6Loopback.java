package dev.darkroom.server;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Listens on {@code ::1} if the server listens on {@code localhost}, which is {@code 127.0.0.1} for a server in Java. Some
 * clients try only one of the two.
 */
@ApplicationScoped
class Ipv6Loopback {

    private static final Logger LOG = Logger.getLogger(Ipv6Loopback.class);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final Vertx vertx;

    Ipv6Loopback(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Without IPv6, or if another process uses the port, only the address of IPv4 works. */
    void start(@ObservesAsync HttpServerStart event) {
        HttpServerOptions options = event.options();
        if (LOOPBACK.contains(options.getHost()) && options.getPort() > 0) {
            vertx.createHttpServer(new HttpServerOptions(options).setHost("::1"))
                    .requestHandler(Ipv6Loopback::handle)
                    .listen()
                    .onFailure(failure -> LOG.debugf(failure, "Cannot listen on ::1"));
        }
    }

    /** As Quarkus, pauses the request until a handler reads it. */
    private static void handle(HttpServerRequest request) {
        request.pause();
        VertxHttpRecorder.getRootHandler().handle(request);
    }
}
