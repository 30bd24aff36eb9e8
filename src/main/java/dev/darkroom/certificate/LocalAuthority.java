package dev.darkroom.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The authority of this server. It is read or created on first use. If its directory cannot be used, the authority
 * exists in memory only, and clients must trust a new one after each start.
 *
 * <p>Thread-safe.
 */
public final class LocalAuthority {

    private final AuthorityFiles files;
    private final InstantSource clock;
    private final Consumer<String> warnings;
    private CertificateAuthority authority;
    private boolean isInMemory;

    /** @param warnings receives why the authority exists in memory only */
    public LocalAuthority(AuthorityFiles files, InstantSource clock, Consumer<String> warnings) {
        this.files = files;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** The authority. The first call takes up to a second and may access files. */
    public synchronized CertificateAuthority get() {
        if (authority == null) {
            authority = readOrCreate();
        }
        return authority;
    }

    /**
     * Creates the files of the authority if they do not exist yet.
     *
     * @return the files; empty if the authority exists in memory only
     */
    public synchronized Optional<AuthorityFiles> createFiles() {
        if (authority == null && !files.exist()) {
            get();
        }
        return isInMemory ? Optional.empty() : Optional.of(files);
    }

    private CertificateAuthority readOrCreate() {
        try {
            return files.readOrCreate(clock.instant());
        } catch (IOException | UncheckedIOException e) {
            warnings.accept("The certificate authority exists in memory only, because " + files.directory()
                    + " cannot be used (" + e + "). Set darkroom.tls.directory to keep it.");
        } catch (GeneralSecurityException e) {
            warnings.accept("The certificate authority exists in memory only: " + e.getMessage());
        }
        isInMemory = true;
        try {
            return CertificateAuthority.create(clock.instant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot create certificates", e);
        }
    }
}
