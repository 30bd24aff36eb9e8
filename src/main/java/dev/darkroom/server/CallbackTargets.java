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
 * Resolves the hosts of outbound requests to addresses that the {@link AddressPolicy} allows. The caller connects to
 * the address that was checked, so changing the address of a host name after the check has no effect.
 */
final class CallbackTargets {

    /** The size of a separate pool, so that a name server that does not respond delays only requests to host names. */
    private static final int THREADS = 8;

    private static final int THREADS_PER_OWNER = 2;

    /** Spares the name server repeated queries during a burst of requests. */
    private static final Duration CACHE_TIME = Duration.ofSeconds(1);

    private static final int MAX_NAMES = 1000;

    private final Map<String, Resolved> resolved = new ConcurrentHashMap<>();
    private final WorkerExecutor resolver;
    private final KeyedConcurrencyLimit turns;
    private final AddressPolicy policy;

    /**
     * @param settings the prefix of the settings {@code allow} and {@code deny}
     * @param allow addresses or ranges that requests may also be sent to
     * @param deny addresses or ranges that requests must not be sent to
     */
    CallbackTargets(Vertx vertx, String settings, Optional<List<String>> allow, Optional<List<String>> deny) {
        turns = new KeyedConcurrencyLimit(vertx, THREADS_PER_OWNER);
        resolver = vertx.createSharedWorkerExecutor("darkroom-names", THREADS);
        policy = new AddressPolicy(settings, ranges(allow), ranges(deny));
    }

    /**
     * Resolves the host of a URL. The result fails with {@link ForbiddenAddressException} if the policy forbids one of
     * its addresses.
     *
     * @param owner whose request it is; owners take turns, so that slow names of one do not delay those of another
     * @throws IllegalArgumentException if the URL's scheme is neither http nor https
     */
    Future<SocketAddress> resolve(Object owner, URI url) {
        URL parts = parts(url);
        String host = parts.getHost().replaceAll("^\\[|]$", "");
        return IpAddress.parse(host)
                .map(literal -> Future.succeededFuture(new InetAddress[] {literal}))
                .orElseGet(() -> lookUp(owner, host))
                .map(addresses -> SocketAddress.inetSocketAddress(
                        port(parts), allowed(addresses).getHostAddress()));
    }

    /**
     * The host and the port, in a normalized form.
     *
     * @throws IllegalArgumentException if the URL's scheme is neither http nor https
     */
    static String endpoint(URI url) {
        URL parts = parts(url);
        return parts.getHost().toLowerCase(Locale.ROOT) + ":" + port(parts);
    }

    private static int port(URL parts) {
        return parts.getPort() >= 0 ? parts.getPort() : parts.getDefaultPort();
    }

    private Future<InetAddress[]> lookUp(Object owner, String host) {
        return cached(host)
                .orElseGet(() -> turns.submit(owner, () -> cached(host).orElseGet(() -> query(host))));
    }

    private Optional<Future<InetAddress[]>> cached(String host) {
        return Optional.ofNullable(resolved.get(host))
                .filter(cached -> System.nanoTime() - cached.at() < CACHE_TIME.toNanos())
                .map(cached -> Future.succeededFuture(cached.addresses()));
    }

    private Future<InetAddress[]> query(String host) {
        return resolver.executeBlocking(() -> InetAddress.getAllByName(host), false)
                .onSuccess(addresses -> cache(host, addresses));
    }

    private void cache(String host, InetAddress[] addresses) {
        if (resolved.size() >= MAX_NAMES) {
            resolved.clear();
        }
        resolved.put(host, new Resolved(addresses, System.nanoTime()));
    }

    /** {@link URI} does not parse host names with an underscore, but container names may have one. */
    private static URL parts(URI url) {
        try {
            return url.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The first address, if the policy allows all of them. */
    private InetAddress allowed(InetAddress[] addresses) {
        for (InetAddress address : addresses) {
            policy.objection(address).ifPresent(objection -> {
                throw new ForbiddenAddressException(objection);
            });
        }
        return addresses[0];
    }

    private static List<IpRange> ranges(Optional<List<String>> ranges) {
        return ranges.orElse(List.of()).stream()
                .map(text -> IpRange.parse(text).orElseThrow())
                .toList();
    }

    private record Resolved(InetAddress[] addresses, long at) {}

    /** The policy forbids an address; the message gives the reason. */
    static final class ForbiddenAddressException extends RuntimeException {

        ForbiddenAddressException(String objection) {
            super(objection, null, false, false);
        }
    }
}
