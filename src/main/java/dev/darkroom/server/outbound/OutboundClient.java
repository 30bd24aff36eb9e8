package dev.darkroom.server.outbound;

import dev.darkroom.http.HttpUrl;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Connects to the hosts of URLs that clients chose, as an ordinary client would: it tries all addresses of a host, and
 * turns a user name and a password in the URL into a header.
 *
 * <p>No connection is used twice: a receiver that closes idle connections without notice, as receivers in tests often
 * do, would miss the next callback.
 */
final class OutboundClient {

    private static final Logger LOG = Logger.getLogger(OutboundClient.class);

    /** The names that a client may send in a TLS handshake (RFC 6066, section 3); Java sends only those with a dot. */
    private static final Pattern SERVER_NAME = Pattern.compile("(?=.*[a-z])[a-z0-9-]+");

    private final Vertx vertx;
    private final OutboundTargets targets;
    private final HttpClient plain;
    private final HttpClient secure;

    /** Names the host in the TLS handshake, whatever its name. */
    private final HttpClient secureByName;

    /**
     * @param timeout the longest time for a connection
     * @param connections the maximum number of connections to one receiver
     */
    OutboundClient(Vertx vertx, OutboundTargets targets, OutboundTrust trust, Duration timeout, int connections) {
        this.vertx = vertx;
        this.targets = targets;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) timeout.toMillis())
                .setKeepAlive(false);
        HttpClientOptions secureOptions = trust.applyTo(new HttpClientOptions(options).setSsl(true));
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(connections);
        this.plain = client(vertx, options, pool);
        this.secure = client(vertx, secureOptions, pool);
        this.secureByName = client(vertx, new HttpClientOptions(secureOptions).setForceSni(true), pool);
    }

    /**
     * Opens a connection. The result fails with {@link OutboundException} or
     * {@link OutboundTargets.ForbiddenAddressException}.
     *
     * @param owner whose request it is; owners take turns to resolve names
     * @param end when the time is up, in the time of {@link System#nanoTime}
     */
    Future<HttpClientRequest> open(Object owner, HttpMethod method, HttpUrl url, long end) {
        return targets.resolve(owner, url)
                .timeout(millisUntil(end), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(unresolved(url, failure)))
                .compose(addresses -> new AddressRace<>(
                                vertx,
                                url,
                                addresses,
                                address -> client(url).request(options(method, url, address, millisUntil(end))),
                                OutboundClient::close)
                        .run())
                .onSuccess(request ->
                        url.authorization().ifPresent(value -> request.putHeader(HttpHeaders.AUTHORIZATION, value)));
    }

    private HttpClient client(HttpUrl url) {
        if (!url.isSecure()) {
            return plain;
        }
        return SERVER_NAME.matcher(url.host()).matches() ? secureByName : secure;
    }

    private static RequestOptions options(HttpMethod method, HttpUrl url, SocketAddress address, long timeout) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(url.hostInUrl())
                .setPort(url.port())
                .setSsl(url.isSecure())
                .setURI(url.target())
                .setConnectTimeout(timeout)
                .setServer(address);
    }

    private static HttpClient client(Vertx vertx, HttpClientOptions options, PoolOptions pool) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(connection -> connection.exceptionHandler(failure -> LOG.debug(failure)))
                .build();
    }

    private static Throwable unresolved(HttpUrl url, Throwable failure) {
        return failure instanceof TimeoutException
                ? new OutboundException("The host name '" + url.host()
                        + "' cannot be resolved: the name server did not respond before the timeout")
                : failure;
    }

    /** Closes a connection without a response. Without a handler, Vert.x logs the end of the connection as an error. */
    static void close(HttpClientRequest unused) {
        unused.exceptionHandler(failure -> {}).connection().close();
    }

    static long millisUntil(long end) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }
}
