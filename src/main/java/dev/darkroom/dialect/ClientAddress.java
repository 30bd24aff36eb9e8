package dev.darkroom.dialect;

import dev.darkroom.access.IpAddress;
import dev.darkroom.access.IpRange;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address that a request comes from: the other end of its connection, or when that is a proxy of
 * {@code darkroom.trusted-proxies}, the last address in {@code X-Forwarded-For} that is none. Anybody can write that
 * header, so only what a trusted proxy has added to it counts.
 */
@ApplicationScoped
public class ClientAddress {

    private final List<IpRange> trusted;
    private final CurrentVertxRequest current;

    ClientAddress(
            @ConfigProperty(name = "darkroom.trusted-proxies") Optional<List<String>> trusted,
            CurrentVertxRequest current) {
        this.trusted = trusted.orElse(List.of()).stream()
                .map(IpRange::parse)
                .flatMap(Optional::stream)
                .toList();
        this.current = current;
    }

    public InetAddress read() {
        HttpServerRequest request = current.getCurrent().request();
        // The request's own remoteAddress() follows the header, whoever wrote it.
        InetAddress address = IpAddress.parse(
                        withoutZone(request.connection().remoteAddress().hostAddress()))
                .orElseGet(InetAddress::getLoopbackAddress);
        for (String hop : lastHopFirst(request.headers().getAll("X-Forwarded-For"))) {
            Optional<InetAddress> before = IpAddress.parse(hop);
            if (before.isEmpty() || !isTrusted(address)) {
                break;
            }
            address = before.get();
        }
        return address;
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

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
