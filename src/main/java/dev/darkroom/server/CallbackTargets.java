package dev.darkroom.server;

import dev.darkroom.access.AddressPolicy;
import dev.darkroom.access.IpAddress;
import dev.darkroom.access.IpRange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the addresses of receivers. What is checked is what is connected to: a name that means another address a moment
 * later leads nowhere else.
 */
final class CallbackTargets {

    /** Name servers that do not answer hold up requests to names alone, and nothing else. */
    private static final int THREADS = 4;

    /** Between two requests of a burst no name changes its meaning. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MAX_NAMES = 1000;

    private final Map<String, Resolved> resolved = new ConcurrentHashMap<>();
    private final WorkerExecutor resolver;
    private final AddressPolicy policy;

    /**
     * @param settings the name that the settings {@code allow} and {@code deny} begin with
     * @param allow as {@link AddressPolicy} has it, in texts
     */
    CallbackTargets(Vertx vertx, String settings, Optional<List<String>> allow, Optional<List<String>> deny) {
        resolver = vertx.createSharedWorkerExecutor("darkroom-names", THREADS);
        policy = new AddressPolicy(settings, ranges(allow), ranges(deny));
    }

    /**
     * Fails with {@link ForbiddenAddress} when no request may go there.
     *
     * @throws IllegalArgumentException when it is no URL of http or https
     */
    Future<SocketAddress> find(URI url) {
        URL parts = parts(url);
        String host = parts.getHost().replaceAll("^\\[|]$", "");
        return IpAddress.parse(host)
                .map(literal -> Future.succeededFuture(new InetAddress[] {literal}))
                .orElseGet(() -> resolve(host))
                .map(all -> SocketAddress.inetSocketAddress(
                        port(parts), allowed(all).getHostAddress()));
    }

    /**
     * Host and port, however they are spelt.
     *
     * @throws IllegalArgumentException when it is no URL of http or https
     */
    static String endpoint(URI url) {
        URL parts = parts(url);
        return parts.getHost().toLowerCase(Locale.ROOT) + ":" + port(parts);
    }

    private static int port(URL parts) {
        return parts.getPort() >= 0 ? parts.getPort() : parts.getDefaultPort();
    }

    private Future<InetAddress[]> resolve(String host) {
        Resolved known = resolved.get(host);
        if (known != null && System.nanoTime() - known.at() < FRESH.toNanos()) {
            return Future.succeededFuture(known.addresses());
        }
        return resolver.executeBlocking(() -> InetAddress.getAllByName(host), false)
                .onSuccess(addresses -> remember(host, addresses));
    }

    private void remember(String host, InetAddress[] addresses) {
        if (resolved.size() >= MAX_NAMES) {
            resolved.clear();
        }
        resolved.put(host, new Resolved(addresses, System.nanoTime()));
    }

    /** {@link URI} knows no host with an underscore, and names of containers have some. */
    private static URL parts(URI url) {
        try {
            return url.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The first, when all may be connected to. */
    private InetAddress allowed(InetAddress[] addresses) {
        for (InetAddress address : addresses) {
            policy.objection(address).ifPresent(objection -> {
                throw new ForbiddenAddress(objection);
            });
        }
        return addresses[0];
    }

    private static List<IpRange> ranges(Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream()
                .map(text -> IpRange.parse(text).orElseThrow())
                .toList();
    }

    private record Resolved(InetAddress[] addresses, long at) {}

    /** No request may go to a receiver; the message says why. */
    static final class ForbiddenAddress extends RuntimeException {

        ForbiddenAddress(String objection) {
            super(objection, null, false, false);
        }
    }
}
