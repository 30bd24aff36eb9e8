package dev.darkroom.server.settings;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.api.RoutingConfig;
import dev.darkroom.api.SettingErrors;
import dev.darkroom.control.ControlConfig;
import dev.darkroom.control.ControlHosts;
import dev.darkroom.http.NetworkConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks the settings of the server as a whole: those directly below {@code darkroom.}, and who may control it. */
@Singleton
class ServerValidator implements ConfigValidator {

    private static final String HTTP_URL = "https?://[^/\\s]+.*";

    private final ServerConfig server;
    private final RoutingConfig routing;
    private final NetworkConfig network;
    private final ControlConfig control;
    private final Dialects dialects;

    ServerValidator(
            ServerConfig server,
            RoutingConfig routing,
            NetworkConfig network,
            ControlConfig control,
            Dialects dialects) {
        this.server = server;
        this.routing = routing;
        this.network = network;
        this.control = control;
        this.dialects = dialects;
    }

    @Override
    public List<String> errors() {
        SettingErrors errors = SettingErrors.under("darkroom.");
        server.seed().ifPresent(seed -> errors.require(isLong(seed), "seed", seed, "a whole number of 64 bits"));
        String keys = server.keys();
        errors.require(
                keys.equals(ServerConfig.OPEN) || keys.equals(ServerConfig.LISTED),
                "keys",
                keys,
                ServerConfig.OPEN + " or " + ServerConfig.LISTED);
        Set<String> names = dialects.all().stream().map(Dialect::name).collect(Collectors.toCollection(TreeSet::new));
        routing.dialect().ifPresent(name -> errors.require(names.contains(name), "dialect", name, "one of " + names));
        network.publicUrl()
                .ifPresent(url -> errors.require(url.matches(HTTP_URL), "public-url", url, "an http or https URL"));
        control.hosts()
                .orElse(List.of())
                .forEach(host -> errors.require(ControlHosts.isEntry(host), "control.hosts", host, ControlHosts.RULE));
        return errors.ranges("trusted-proxies", network.trustedProxies()).all();
    }

    private static boolean isLong(String text) {
        try {
            Long.parseLong(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
