package dev.darkroom.http;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where clients reach the server, and which proxies it trusts. */
@ConfigMapping(prefix = "darkroom")
public interface NetworkConfig {

    /** The base of every URL in a response; derived from each request by default. */
    Optional<String> publicUrl();

    /** The addresses, or ranges of them in CIDR notation, whose {@code X-Forwarded-For} counts. */
    Optional<List<String>> trustedProxies();
}
