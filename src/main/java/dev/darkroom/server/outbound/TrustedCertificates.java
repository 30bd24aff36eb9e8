package dev.darkroom.server.outbound;

import dev.darkroom.certificate.LocalAuthority;
import dev.darkroom.certificate.Pem;
import dev.darkroom.server.settings.CallbackConfig;
import dev.darkroom.server.settings.TlsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * The certificates that callbacks and requests for references trust, besides the authorities that Java trusts: those of
 * the settings, and those of this server, whose inboxes and images may have https URLs.
 */
@ApplicationScoped
class TrustedCertificates {

    private final CallbackConfig callback;
    private final TlsConfig tls;
    private final LocalAuthority authority;

    TrustedCertificates(CallbackConfig callback, TlsConfig tls, LocalAuthority authority) {
        this.callback = callback;
        this.tls = tls;
        this.authority = authority;
    }

    /** Reads them from their files, and creates the authority of this server if there is none yet. */
    List<X509Certificate> read() throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            if (callback.trust().isPresent()) {
                certificates.addAll(Pem.certificates(Path.of(callback.trust().get())));
            }
            if (tls.isEnabled() && tls.certificate().isPresent()) {
                certificates.addAll(Pem.certificates(Path.of(tls.certificate().get())));
            } else if (tls.isEnabled()) {
                certificates.add(authority.get().certificate());
            }
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        return certificates;
    }
}
