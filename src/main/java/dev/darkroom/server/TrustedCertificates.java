package dev.darkroom.server;

import dev.darkroom.server.settings.CallbackConfig;
import dev.darkroom.server.settings.PemCertificates;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The certificates that callbacks and requests for references trust, besides the authorities that Java trusts. */
@ApplicationScoped
class TrustedCertificates {

    private final Optional<Path> file;

    TrustedCertificates(CallbackConfig config) {
        this.file = config.trust().filter(trust -> !trust.equals(CallbackConfig.TRUST_ALL)).map(Path::of);
    }

    /** Reads them. Add further certificates here, such as those that Darkroom creates itself. */
    List<X509Certificate> read() throws GeneralSecurityException {
        try {
            return file.isPresent() ? PemCertificates.read(file.get()) : List.of();
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
