package dev.darkroom.server.proxy;

import dev.darkroom.api.Dialects;
import dev.darkroom.control.ControlHosts;
import dev.darkroom.control.MachineNames;
import dev.darkroom.http.HostName;
import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.http.NetworkConfig;
import dev.darkroom.server.connection.TunnelTargets;
import dev.darkroom.server.listener.Listeners;
import dev.darkroom.server.settings.ProxyConfig;
import dev.darkroom.server.settings.TlsConfig;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which hosts are this server for a client that uses it as its proxy: the vendors' hosts and
 * {@code darkroom.tls.names} at any port, and this machine at the server's own ports.
 */
@Singleton
public class OwnHosts implements TunnelTargets {

    private static final int NO_PORT = -1;
    private static final Pattern LOCAL = Pattern.compile("(.+\\.)?localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|::1?");
    private static final Set<String> USUAL = Set.of("darkroom", "host.docker.internal", "gateway.docker.internal");
    private static final Pattern PORT = Pattern.compile(".*:(\\d{1,5})");

    private final Dialects dialects;
    private final MachineNames machine;
    private final Listeners listeners;
    private final ProxyConfig config;
    private final List<String> names;
    private final Optional<HttpUrl> publicUrl;

    OwnHosts(
            Dialects dialects,
            MachineNames machine,
            Listeners listeners,
            ProxyConfig config,
            TlsConfig tls,
            NetworkConfig network) {
        this.dialects = dialects;
        this.machine = machine;
        this.listeners = listeners;
        this.config = config;
        this.names = tls.names().orElse(List.of());
        this.publicUrl = network.publicUrl().flatMap(HttpUrls::parse);
    }

    @Override
    public boolean isThisServer(String authority) {
        return !config.mode().equals(ProxyConfig.OFF) && contains(authority);
    }

    /** @param authority a host, with or without a port */
    boolean contains(String authority) {
        Optional<String> host = HostName.of(authority).map(HostName::text);
        return host.filter(name -> dialects.atHost(name).isPresent()).isPresent()
                || names.stream().anyMatch(entry -> ControlHosts.fits(entry, authority))
                || host.filter(this::isThisMachine).isPresent() && isOwnPort(host.get(), port(authority));
    }

    /** Other addresses and short names may be those of other machines. */
    private boolean isThisMachine(String host) {
        return LOCAL.matcher(host).matches()
                || USUAL.contains(host)
                || machine.contains(host)
                || publicUrl.filter(url -> url.host().equals(host)).isPresent();
    }

    /** A name of the local machine without a port means this server. */
    private boolean isOwnPort(String host, int port) {
        return port < 0 ? LOCAL.matcher(host).matches() : ports().contains(port);
    }

    private Set<Integer> ports() {
        Set<Integer> ports = new HashSet<>();
        listeners.httpPort().ifPresent(ports::add);
        listeners.httpsPort().ifPresent(ports::add);
        publicUrl.map(HttpUrl::port).ifPresent(ports::add);
        return ports;
    }

    /** -1 if there is none. */
    static int port(String authority) {
        Matcher matcher = PORT.matcher(authority);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : NO_PORT;
    }
}
