package dev.darkroom.server.tls;

import dev.darkroom.certificate.AuthorityFiles;
import dev.darkroom.certificate.LocalAuthority;
import dev.darkroom.server.settings.TlsConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Creates the certificate authority from the settings. */
@Singleton
class TlsProducer {

    private static final Logger LOG = Logger.getLogger(TlsProducer.class);

    @Produces
    @Singleton
    LocalAuthority authority(TlsConfig config) {
        return new LocalAuthority(files(config), InstantSource.system(), LOG::warn);
    }

    private static AuthorityFiles files(TlsConfig config) {
        return new AuthorityFiles(config.directory()
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".darkroom")));
    }
}
