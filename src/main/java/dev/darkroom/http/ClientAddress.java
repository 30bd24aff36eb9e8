package dev.darkroom.http;

import dev.darkroom.access.IpAddress;
import dev.darkroom.access.IpRange;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Determines the address of the client that sent a request. This is the peer of the connection or, if the peer is one
 * of {@code darkroom.trusted-proxies}, the last address in {@code X-Forwarded-For} that is not a trusted proxy. Any
 * client can send that header, so only the addresses that trusted proxies appended count.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern ADDRESS_AND_PORT =
            Pattern.compile("(?<v4>[0-9.]+):\\d{1,5}|\\[(?<v6>[0-9A-Fa-f:.]+)](:\\d{1,5})?");

    private final List<IpRange> trustedProxies;

    ClientAddress(NetworkConfig config) {
        this.trustedProxies = config.trustedProxies().orElse(List.of()).stream()
                .map(IpRange::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Resolves the address of a request's client. */
    public Resolved of(HttpServerRequest request) {
        InetAddress address = IpAddress.parse(
                        withoutZone(request.remoteAddress().hostAddress()))
                .orElseGet(InetAddress::getLoopbackAddress);
        List<String> hops = lastHopFirst(request.headers().getAll(FORWARDED_FOR));
        if (!hops.isEmpty() && !isTrusted(address)) {
            return new Resolved(
                    address,
                    Optional.of("X-Forwarded-For is ignored because it comes from " + NetUtil.toAddressString(address)
                            + ", which is not one of darkroom.trusted-proxies"));
        }
        for (String hop : hops) {
            if (!isTrusted(address)) {
                break;
            }
            Optional<InetAddress> client = IpAddress.parse(withoutPort(hop));
            if (client.isEmpty()) {
                return new Resolved(
                        address,
                        Optional.of("X-Forwarded-For has an invalid address for the client of "
                                + NetUtil.toAddressString(address)));
            }
            address = client.get();
        }
        return new Resolved(address, Optional.empty());
    }

    /**
     * A client's address.
     *
     * @param warning why the address may differ from the one that the client expects
     */
    public record Resolved(InetAddress address, Optional<String> warning) {

        /** The address in its usual notation, with IPv6 addresses compressed. */
        public String text() {
            return NetUtil.toAddressString(address);
        }
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private static List<String> lastHopFirst(List<String> headers) {
        List<String> hops = headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .collect(Collectors.toList());
        Collections.reverse(hops);
        return hops;
    }

    /** Some proxies append the client's port. */
    private static String withoutPort(String hop) {
        Matcher matcher = ADDRESS_AND_PORT.matcher(hop);
        if (!matcher.matches()) {
            return hop;
        }
        return matcher.group("v4") == null ? matcher.group("v6") : matcher.group("v4");
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
