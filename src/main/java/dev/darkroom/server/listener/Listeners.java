package dev.darkroom.server.listener;

import dev.darkroom.server.settings.TlsConfig;
import dev.darkroom.server.tls.TlsOptions;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/** Opens the sockets beside the one of Quarkus: HTTPS, and both on {@code ::1}. */
@ApplicationScoped
public class Listeners {

    private static final Logger LOG = Logger.getLogger(Listeners.class);

    private final Vertx vertx;
    private final TlsConfig config;
    private final TlsOptions tls;
    private volatile OptionalInt httpPort = OptionalInt.empty();
    private volatile OptionalInt httpsPort = OptionalInt.empty();
    private volatile boolean isReady;

    Listeners(Vertx vertx, TlsConfig config, TlsOptions tls) {
        this.vertx = vertx;
        this.config = config;
        this.tls = tls;
    }

    void start(@ObservesAsync HttpServerStart event) {
        HttpServerOptions http = event.options();
        httpPort = OptionalInt.of(http.getPort());
        Future<Void> ipv6 =
                http.getPort() > 0 ? Ipv6Loopback.listen(vertx, http, http.getPort()) : Future.succeededFuture();
        Future<Void> https = config.isEnabled() ? listenWithTls(http) : Future.succeededFuture();
        Future.join(ipv6, https).onComplete(done -> isReady = true);
    }

    /** Whether the server listens on all of its sockets. */
    public boolean isReady() {
        return isReady;
    }

    /** The port for HTTP; empty until the server listens. */
    public OptionalInt httpPort() {
        return httpPort;
    }

    /** The port for HTTPS; empty if there is none. */
    public OptionalInt httpsPort() {
        return httpsPort;
    }

    /** If another process uses the port, a free one serves the clients that use this server as a proxy. */
    private Future<Void> listenWithTls(HttpServerOptions http) {
        HttpServerOptions options = tls.from(http).setPort(config.port());
        return SharedServer.listen(vertx, options)
                .recover(failure -> {
                    LOG.warnf(
                            "HTTPS cannot listen on port %d (%s), so it listens on a free port. Set darkroom.tls.port"
                                    + " to use another port, or darkroom.tls=off to turn HTTPS off",
                            config.port(), failure.getMessage());
                    return SharedServer.listen(vertx, options.setPort(0));
                })
                .compose(port -> {
                    httpsPort = OptionalInt.of(port);
                    return Ipv6Loopback.listen(vertx, options, port);
                })
                .compose(listening -> vertx.executeBlocking(tls::prepare, false))
                .onSuccess(trusted ->
                        LOG.infof("Listening on https://%s:%d; %s", options.getHost(), httpsPort.getAsInt(), trusted))
                .onFailure(failure -> LOG.errorf(failure, "HTTPS does not work"))
                .mapEmpty();
    }
}
