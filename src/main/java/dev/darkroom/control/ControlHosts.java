package dev.darkroom.control;

import dev.darkroom.api.Dialects;
import dev.darkroom.http.HostName;
import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.http.NetworkConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hosts for which the control API answers. A page in a developer's browser may have a name that resolves to this
 * server (DNS rebinding); to the browser, the page and the control API then have one origin. Names that a stranger can
 * register are therefore refused unless a setting lists them.
 */
@Singleton
public class ControlHosts {

    /** Describes a valid entry of {@code darkroom.control.hosts}. */
    public static final String RULE = "a host name, such as darkroom.test or *.example.test";

    private static final String WILDCARD = "*.";
    private static final String LOCALHOST = "localhost";

    /** The names by which containers reach their host. */
    private static final Set<String> CONTAINER_HOSTS = Set.of("host.docker.internal", "gateway.docker.internal");

    private final Dialects dialects;
    private final MachineNames machine;
    private final List<String> listed;
    private final Optional<HostName> ofPublicUrl;

    ControlHosts(Dialects dialects, MachineNames machine, ControlConfig config, NetworkConfig network) {
        this.dialects = dialects;
        this.machine = machine;
        this.listed = config.hosts().orElse(List.of());
        this.ofPublicUrl = network.publicUrl()
                .flatMap(HttpUrls::parse)
                .map(HttpUrl::endpoint)
                .flatMap(HostName::of);
    }

    /** Whether a text is a valid entry of {@code darkroom.control.hosts}. */
    public static boolean isEntry(String text) {
        return HostName.of(withoutWildcard(text)).isPresent();
    }

    /** @param authority a host, with or without a port */
    public boolean isAllowed(String authority) {
        return HostName.of(authority).filter(this::isAllowed).isPresent();
    }

    private boolean isAllowed(HostName host) {
        return host.isAddress()
                || host.isSingleLabel()
                || host.isBelow(LOCALHOST)
                || CONTAINER_HOSTS.contains(host.text())
                || dialects.atHost(host.text()).isPresent()
                || machine.contains(host.text())
                || ofPublicUrl.filter(host::equals).isPresent()
                || listed.stream().anyMatch(entry -> fits(host, entry));
    }

    /** @param authority a host, with or without a port */
    public static boolean fits(String entry, String authority) {
        return HostName.of(authority).filter(host -> fits(host, entry)).isPresent();
    }

    private static boolean fits(HostName host, String entry) {
        return HostName.of(withoutWildcard(entry))
                .filter(named -> entry.startsWith(WILDCARD) ? host.isBelow(named.text()) : host.equals(named))
                .isPresent();
    }

    private static String withoutWildcard(String entry) {
        return entry.startsWith(WILDCARD) ? entry.substring(WILDCARD.length()) : entry;
    }
}
