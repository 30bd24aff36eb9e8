package dev.darkroom.server.tls;

import dev.darkroom.certificate.AuthorityFiles;
import dev.darkroom.certificate.LocalAuthority;
import dev.darkroom.server.settings.TlsConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Creates the certificate authority from the settings. */
@Singleton
class TlsProducer {

    private static final Logger LOG = Logger.getLogger(TlsProducer.class);

    @Produces
    @Singleton
    LocalAuthority authority(TlsConfig config) {
        return new LocalAuthority(AuthorityFiles.in(config.directory()), InstantSource.system(), LOG::warn);
    }
}
