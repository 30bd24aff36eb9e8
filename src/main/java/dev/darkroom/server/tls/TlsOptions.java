package dev.darkroom.server.tls;

import dev.darkroom.certificate.AuthorityFiles;
import dev.darkroom.certificate.LocalAuthority;
import dev.darkroom.server.settings.TlsConfig;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.inject.Singleton;
import java.util.Optional;

/** How the server serves HTTPS: with the certificate of the settings, or with one of its own authority. */
@Singleton
public class TlsOptions {

    private final TlsConfig config;
    private final LocalAuthority authority;
    private final CertificateHosts hosts;

    TlsOptions(TlsConfig config, LocalAuthority authority, CertificateHosts hosts) {
        this.config = config;
        this.authority = authority;
        this.hosts = hosts;
    }

    /**
     * The options for HTTPS, with everything else as for HTTP. With SNI, Vert.x creates the TLS context on a worker
     * thread, when the first client connects.
     */
    public HttpServerOptions from(HttpServerOptions http) {
        return new HttpServerOptions(http)
                .setSsl(true)
                .setUseAlpn(true)
                .setSni(true)
                .setKeyCertOptions(keys());
    }

    private KeyCertOptions keys() {
        return config.certificate()
                .<KeyCertOptions>map(certificate -> new PemKeyCertOptions()
                        .setCertPath(certificate)
                        .setKeyPath(config.key().orElseThrow()))
                .orElseGet(() -> new IssuedKeyOptions(new IssuedKeys(authority, hosts::all)));
    }

    /**
     * Creates the authority if there is none yet, so that clients find it as soon as the server is ready. May access
     * files.
     *
     * @return what clients must trust
     */
    public String prepare() {
        if (config.certificate().isPresent()) {
            return "it uses the certificate of darkroom.tls.certificate";
        }
        Optional<AuthorityFiles> files = authority.createFiles();
        return files.map(found -> "clients must trust " + found.certificate())
                .orElse("clients must trust GET /_darkroom/ca.pem");
    }
}
