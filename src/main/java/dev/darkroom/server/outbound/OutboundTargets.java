package dev.darkroom.server.outbound;

import dev.darkroom.access.AddressPolicy;
import dev.darkroom.access.IpAddress;
import dev.darkroom.access.IpRange;
import dev.darkroom.http.HttpUrl;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Resolves the hosts of outbound requests to addresses that the {@link AddressPolicy} allows. The caller connects to
 * an address that was checked, so changing the address of a host name after the check has no effect.
 */
final class OutboundTargets {

    /** The size of a separate pool, so that a name server that does not respond delays only requests to host names. */
    private static final int THREADS = 8;

    private static final int THREADS_PER_OWNER = 2;

    /** Spares the name server repeated queries during a burst of requests. */
    private static final Duration CACHE_TIME = Duration.ofSeconds(1);

    private static final int MAX_NAMES = 1000;

    /** A name may have any number of addresses. */
    private static final int MAX_ADDRESSES = 8;

    /** These names mean this machine, whatever a name server or a hosts file says (RFC 6761, section 6.3). */
    private static final Pattern LOCALHOST = Pattern.compile("(?:.+\\.)?localhost\\.?");

    /** Both, because the receiver may listen on one of them only. */
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

    /** More lenient than the rules for names, because container names may have an underscore. */
    private static final Pattern NAME = Pattern.compile("[!-~&&[^/?#@\\[\\]%<>\"\\\\^`{|}]]{1,255}");

    private final Map<String, Resolved> resolved = new ConcurrentHashMap<>();
    private final WorkerExecutor resolver;
    private final KeyedConcurrencyLimit turns;
    private final AddressPolicy policy;

    /**
     * @param settings the prefix of the settings {@code allow} and {@code deny}
     * @param allow addresses or ranges that requests may also be sent to
     * @param deny addresses or ranges that requests must not be sent to
     */
    OutboundTargets(Vertx vertx, String settings, Optional<List<String>> allow, Optional<List<String>> deny) {
        turns = new KeyedConcurrencyLimit(vertx, THREADS_PER_OWNER);
        resolver = vertx.createSharedWorkerExecutor("darkroom-names", THREADS);
        policy = policy(settings, allow, deny);
    }

    /**
     * Resolves the host of a URL. The result has at least one address. It fails with {@link ForbiddenAddressException}
     * if the policy forbids all addresses, and with {@link OutboundException} if the host is unknown.
     *
     * @param owner whose request it is; owners take turns, so that slow names of one do not delay those of another
     */
    Future<Addresses> resolve(Object owner, HttpUrl url) {
        String host = url.host();
        return addresses(owner, host).map(addresses -> permitted(host, addresses, url.port()));
    }

    private Future<List<InetAddress>> addresses(Object owner, String host) {
        Optional<InetAddress> literal = IpAddress.parse(host);
        if (literal.isPresent()) {
            return Future.succeededFuture(List.of(literal.get()));
        }
        if (LOCALHOST.matcher(host).matches()) {
            return Future.succeededFuture(LOOPBACK.stream()
                    .flatMap(text -> IpAddress.parse(text).stream())
                    .toList());
        }
        if (!NAME.matcher(host).matches()) {
            return Future.failedFuture(new OutboundException("The host name '" + host + "' is not valid"));
        }
        return lookUp(owner, host)
                .recover(failure -> Future.failedFuture(new OutboundException(UnknownHost.reason(host, failure))))
                .map(List::of);
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

    private Addresses permitted(String host, List<InetAddress> addresses, int port) {
        List<SocketAddress> permitted = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (InetAddress address : addresses) {
            Optional<String> objection = policy.objection(address);
            if (objection.isPresent()) {
                objections.add(objection.get());
            } else if (permitted.size() < MAX_ADDRESSES) {
                permitted.add(SocketAddress.inetSocketAddress(port, NetUtil.toAddressString(address)));
            }
        }
        if (permitted.isEmpty()) {
            String reasons = String.join("; ", objections);
            boolean isName = IpAddress.parse(host).isEmpty();
            throw new ForbiddenAddressException(isName ? "The host '" + host + "' is denied: " + reasons : reasons);
        }
        return new Addresses(permitted, objections);
    }

    /** The policy of the settings with this prefix. */
    static AddressPolicy policy(String settings, Optional<List<String>> allow, Optional<List<String>> deny) {
        return new AddressPolicy(settings, ranges(allow), ranges(deny));
    }

    private static List<IpRange> ranges(Optional<List<String>> ranges) {
        return ranges.orElse(List.of()).stream()
                .map(text -> IpRange.parse(text).orElseThrow())
                .toList();
    }

    private record Resolved(InetAddress[] addresses, long at) {}

    /**
     * The addresses of a host.
     *
     * @param permitted the addresses to try, in this order
     * @param objections why the policy forbids the others
     */
    record Addresses(List<SocketAddress> permitted, List<String> objections) {

        Addresses {
            permitted = List.copyOf(permitted);
            objections = List.copyOf(objections);
        }
    }

    /** The policy forbids all addresses of a host; the message gives the reason. */
    static final class ForbiddenAddressException extends RuntimeException {

        ForbiddenAddressException(String objection) {
            super(objection, null, false, false);
        }
    }
}
