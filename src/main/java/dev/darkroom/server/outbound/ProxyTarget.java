package dev.darkroom.server.outbound;

import dev.darkroom.http.HttpUrl;
import dev.darkroom.server.settings.CallbackConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Connects a client that uses this server as its proxy to another host. It reaches the same addresses as callbacks do.
 */
@Singleton
public class ProxyTarget {

    private static final int HTTP_PORT = 80;

    /** More than the requests that are passed on at a time, so none waits for another. */
    private static final int MAX_PER_HOST = 1000;

    /** Ends connections to hosts that stall, which would count against the limit for ever. */
    private static final int MAX_IDLE_SECONDS = 600;

    private final Vertx vertx;
    private final OutboundTargets targets;
    private final NetClient tunnels;
    private final HttpClient requests;

    ProxyTarget(Vertx vertx, CallbackConfig config) {
        this.vertx = vertx;
        int timeout = (int) config.timeout().toMillis();
        this.targets = new OutboundTargets(vertx, CallbackConfig.PREFIX, config.allow(), config.deny());
        this.tunnels = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(timeout).setIdleTimeout(MAX_IDLE_SECONDS));
        this.requests = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(timeout)
                .setIdleTimeout(MAX_IDLE_SECONDS)
                .setKeepAlive(false)
                .setMaxPoolSize(MAX_PER_HOST));
    }

    /**
     * Opens a connection for bytes of any kind. The result fails with {@link OutboundException} or
     * {@link OutboundTargets.ForbiddenAddressException} if there is none.
     *
     * @param owner whose connection it is
     */
    public Future<NetSocket> connect(Object owner, String host, int port) {
        return connect(owner, host, port, tunnels::connect, NetSocket::close);
    }

    /** Opens a connection for a request in plain HTTP. */
    public Future<HttpClientRequest> open(Object owner, HttpMethod method, String host, int port, String uri) {
        int openPort = port < 0 ? HTTP_PORT : port;
        return connect(
                owner,
                host,
                openPort,
                address -> requests.request(new RequestOptions()
                        .setMethod(method)
                        .setServer(address)
                        .setHost(host)
                        .setPort(openPort)
                        .setURI(uri)),
                OutboundClient::close);
    }

    private <C> Future<C> connect(
            Object owner, String host, int port, Function<SocketAddress, Future<C>> connect, Consumer<C> close) {
        HttpUrl url = new HttpUrl(false, Optional.empty(), host, port, "/");
        return targets.resolve(owner, url)
                .compose(addresses -> new AddressRace<>(vertx, url, addresses, connect, close).run());
    }
}
