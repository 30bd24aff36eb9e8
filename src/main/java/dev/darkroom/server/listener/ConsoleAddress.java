package dev.darkroom.server.listener;

import dev.darkroom.http.NetworkConfig;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** The address of the web console for a browser on this machine, or on another one if {@code darkroom.public-url} is set. */
@Singleton
class ConsoleAddress {

    private static final String PATH = "/_darkroom/console";

    /** The addresses of a server that listens on all of the machine's; no browser can open them. */
    private static final Set<String> ALL = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    private final Provider<NetworkConfig> config;

    ConsoleAddress(Provider<NetworkConfig> config) {
        this.config = config;
    }

    /** @param host the host that the server listens on */
    String of(String host, int port) {
        return of(config.get().publicUrl(), host, port);
    }

    static String of(Optional<String> publicUrl, String host, int port) {
        String server = publicUrl
                .map(url -> url.replaceAll("/$", ""))
                .orElseGet(() -> "http://" + (ALL.contains(host) ? "localhost" : inUrl(host)) + ":" + port);
        return server + PATH;
    }

    private static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
