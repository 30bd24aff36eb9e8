package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Optional;

/** HTTPS, and the certificates for it. */
@ConfigMapping(prefix = "darkroom.tls")
public interface TlsConfig {

    /** Whether the server accepts HTTPS. */
    @WithParentName
    @WithDefault("true")
    boolean isEnabled();

    /** The port for HTTPS; 0 selects a free one. */
    @WithDefault("8443")
    int port();

    /** Where the certificate authority of this machine is kept; {@code .darkroom} in the home directory by default. */
    Optional<String> directory();

    /** Further hosts in the server's certificate: names, with or without a wildcard, or addresses. */
    Optional<List<String>> names();

    /** A PEM file with a certificate and those that signed it, to use instead of one of Darkroom's own. */
    Optional<String> certificate();

    /** A PEM file with the private key of {@link #certificate}. */
    Optional<String> key();
}
