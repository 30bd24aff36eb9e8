package dev.darkroom.http;

import dev.darkroom.access.IpAddress;
import dev.darkroom.access.IpRange;
import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
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
 * The address that a request comes from: the other end of its connection, or when that is a proxy of
 * {@code darkroom.trusted-proxies}, the last address in {@code X-Forwarded-For} that is none. Anybody can write that
 * header, so only what a trusted proxy has added to it counts.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern WITH_PORT =
            Pattern.compile("(?<v4>[0-9.]+):\\d{1,5}|\\[(?<v6>[0-9A-Fa-f:.]+)](:\\d{1,5})?");

    private final List<IpRange> trusted;
    private final CurrentVertxRequest current;

    ClientAddress(NetworkConfig config, CurrentVertxRequest current) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(IpRange::parse)
                .flatMap(Optional::stream)
                .toList();
        this.current = current;
    }

    public Seen read() {
        HttpServerRequest request = current.getCurrent().request();
        InetAddress address = IpAddress.parse(
                        withoutZone(request.remoteAddress().hostAddress()))
                .orElseGet(InetAddress::getLoopbackAddress);
        List<String> hops = lastHopFirst(request.headers().getAll(FORWARDED_FOR));
        if (!hops.isEmpty() && !isTrusted(address)) {
            return new Seen(
                    address,
                    Optional.of("X-Forwarded-For does not count when it comes from " + NetUtil.toAddressString(address)
                            + ", which is not one of darkroom.trusted-proxies"));
        }
        for (String hop : hops) {
            if (!isTrusted(address)) {
                break;
            }
            Optional<InetAddress> before = IpAddress.parse(withoutPort(hop));
            if (before.isEmpty()) {
                return new Seen(
                        address,
                        Optional.of("X-Forwarded-For cannot be read where it says who called "
                                + NetUtil.toAddressString(address)));
            }
            address = before.get();
        }
        return new Seen(address, Optional.empty());
    }

    /**
     * Where a request comes from.
     *
     * @param warning why that may not be what its sender expects
     */
    public record Seen(InetAddress address, Optional<String> warning) {

        /** The address as people write it: IPv6 is shortened. */
        public String text() {
            return NetUtil.toAddressString(address);
        }
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private static List<String> lastHopFirst(List<String> headers) {
        List<String> hops = headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .collect(Collectors.toList());
        Collections.reverse(hops);
        return hops;
    }

    /** Some proxies add the port that the client came from. */
    private static String withoutPort(String hop) {
        Matcher matcher = WITH_PORT.matcher(hop);
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
