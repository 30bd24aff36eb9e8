package dev.darkroom.server.command;

import dev.darkroom.certificate.AuthorityFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** The certificate of Darkroom's certificate authority. */
final class CertificateFile {

    private CertificateFile() {}

    /** Prints its path, after creating the authority if there is none yet, so that clients can trust it before a server runs. */
    static boolean print(StartSettings settings) {
        AuthorityFiles files = files(settings);
        try {
            files.readOrCreate(Instant.now());
        } catch (IOException | GeneralSecurityException e) {
            System.err.println("There is no certificate in " + files.directory() + ": " + e
                    + ". Set darkroom.tls.directory to another folder.");
            return false;
        }
        System.out.println(files.certificate());
        return true;
    }

    static AuthorityFiles files(StartSettings settings) {
        Path directory = settings.value("darkroom.tls.directory")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".darkroom"));
        return new AuthorityFiles(directory.toAbsolutePath());
    }
}
