package dev.darkroom.server.tls;

import dev.darkroom.api.Dialects;
import dev.darkroom.control.MachineNames;
import dev.darkroom.http.HostName;
import dev.darkroom.http.HttpUrl;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.http.NetworkConfig;
import dev.darkroom.server.settings.TlsConfig;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The hosts in the server's certificate: the vendors', and every usual name of this machine. */
@Singleton
class CertificateHosts {

    private static final List<String> USUAL = List.of(
            "localhost",
            "*.localhost",
            "127.0.0.1",
            "::1",
            "darkroom",
            "host.docker.internal",
            "gateway.docker.internal",
            "host.testcontainers.internal");

    private final Dialects dialects;
    private final MachineNames machine;
    private final NetworkConfig network;
    private final TlsConfig config;

    CertificateHosts(Dialects dialects, MachineNames machine, NetworkConfig network, TlsConfig config) {
        this.dialects = dialects;
        this.machine = machine;
        this.network = network;
        this.config = config;
    }

    Set<String> all() {
        Set<String> hosts = new LinkedHashSet<>(USUAL);
        dialects.all().stream()
                .flatMap(dialect -> dialect.profile().hosts().stream().sorted())
                .forEach(hosts::add);
        machine.all().forEach(name -> HostName.of(name).map(HostName::text).ifPresent(hosts::add));
        network.publicUrl()
                .flatMap(HttpUrls::parse)
                .map(HttpUrl::endpoint)
                .flatMap(HostName::of)
                .map(HostName::text)
                .ifPresent(hosts::add);
        hosts.addAll(config.names().orElse(List.of()));
        return hosts;
    }
}
