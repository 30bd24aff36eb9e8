package dev.darkroom.server.command;

import dev.darkroom.certificate.AuthorityFiles;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** The certificate of Darkroom's certificate authority. */
final class CertificateFile {

    private CertificateFile() {}

    /**
     * Prints its path, after creating the authority if there is none yet, so that clients can trust it before a server
     * runs.
     */
    static boolean print(StartSettings settings) {
        AuthorityFiles files = AuthorityFiles.in(settings.value("darkroom.tls.directory"));
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
}
