package dev.darkroom.server.listener;

import dev.darkroom.server.process.PortFile;
import dev.darkroom.server.settings.TlsConfig;
import dev.darkroom.server.tls.TlsOptions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/** Opens the sockets besides Quarkus's own: HTTPS, and both on {@code ::1}. */
@ApplicationScoped
public class Listeners {

    private static final Logger LOG = Logger.getLogger(Listeners.class);

    private final Vertx vertx;
    private final TlsConfig config;
    private final TlsOptions tls;
    private final HttpServer server;
    private final PortFile portFile;
    private final ScheduledJobs jobs;
    private final ConsoleAddress console;
    private volatile OptionalInt httpPort = OptionalInt.empty();
    private volatile OptionalInt httpsPort = OptionalInt.empty();
    private volatile boolean isReady;
    private volatile Future<String> trust = Future.succeededFuture("");

    Listeners(
            Vertx vertx,
            TlsConfig config,
            TlsOptions tls,
            HttpServer server,
            PortFile portFile,
            ScheduledJobs jobs,
            ConsoleAddress console) {
        this.vertx = vertx;
        this.config = config;
        this.tls = tls;
        this.server = server;
        this.portFile = portFile;
        this.jobs = jobs;
        this.console = console;
    }

    /** Creates the certificate authority while the rest of the server starts. */
    void prepare(@Observes StartupEvent event) {
        trust = config.isEnabled() ? vertx.executeBlocking(tls::prepare, false) : Future.succeededFuture("");
    }

    void start(@ObservesAsync HttpServerStart event) {
        awaitHttpPort()
                .compose(port -> listenToOthers(event.options(), port))
                .transform(done -> vertx.executeBlocking(() -> portFile.write(httpPort, httpsPort), false))
                .onComplete(written -> {
                    jobs.start();
                    isReady = true;
                });
    }

    /** Quarkus fires its event for one event loop. Another one may register the port a moment later. */
    private Future<Integer> awaitHttpPort() {
        int port = server.getPort();
        if (port >= 0) {
            return Future.succeededFuture(port);
        }
        Promise<Integer> registered = Promise.promise();
        vertx.setTimer(1, now -> awaitHttpPort().onComplete(registered));
        return registered.future();
    }

    private Future<Void> listenToOthers(HttpServerOptions http, int port) {
        httpPort = OptionalInt.of(port);
        LOG.infof("The console is at %s", console.of(http.getHost(), port));
        Future<Void> ipv6 = Ipv6Loopback.listen(vertx, http, port);
        Future<Void> https = config.isEnabled() ? listenWithTls(http) : Future.succeededFuture();
        return Future.join(ipv6, https).mapEmpty();
    }

    /** Whether the server has opened all sockets that it can open, and has written the file with their ports. */
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
        HttpServerOptions options = tls.from(http);
        return SharedServer.listen(vertx, options, options.getHost(), config.port())
                .recover(failure -> {
                    LOG.warnf(
                            "HTTPS cannot listen on port %d (%s), so it listens on a free port. Use another port with"
                                    + " --tls-port or darkroom.tls.port, or turn HTTPS off with darkroom.tls=off",
                            config.port(), failure.getMessage());
                    return SharedServer.listen(vertx, options, options.getHost(), 0);
                })
                .compose(port -> {
                    httpsPort = OptionalInt.of(port);
                    return Ipv6Loopback.listen(vertx, options, port);
                })
                .compose(listening -> trust)
                .onSuccess(trusted ->
                        LOG.infof("HTTPS is at https://%s:%d; %s", options.getHost(), httpsPort.getAsInt(), trusted))
                .onFailure(failure -> LOG.errorf(failure, "HTTPS does not work"))
                .mapEmpty();
    }
}
