package dev.darkroom.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The files of a certificate that an authority of its own has signed, and of its private key.
 *
 * @param authority what clients must trust
 * @param server the certificate
 */
public record TestPair(X509Certificate authority, X509Certificate server, Path certificate, Path key) {

    /** Creates the files in a folder. */
    public static TestPair create(Path folder, String name, String... hosts)
            throws GeneralSecurityException, IOException {
        CertificateAuthority authority = CertificateAuthority.create(Instant.now());
        ServerCertificate issued = authority.issue(List.of(hosts), Instant.now());
        StringBuilder chain = new StringBuilder();
        for (X509Certificate certificate : issued.chain()) {
            chain.append(Pem.of(certificate));
        }
        return new TestPair(
                authority.certificate(),
                issued.chain().get(0),
                Files.writeString(folder.resolve(name + ".pem"), chain),
                Files.writeString(folder.resolve(name + ".key"), Pem.of(issued.key())));
    }
}
