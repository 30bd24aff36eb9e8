package dev.darkroom.certificate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Optional;

/**
 * An authority in a directory, so that clients have to trust it only once: {@code ca.pem} is the certificate, {@code
 * ca.p12} the same as a trust store, and {@code ca.key} the key, which only its owner can read. Several servers may
 * share the directory.
 */
public record AuthorityFiles(Path directory) {

    private static final String KEYS = "EC";
    private static final String OWNER_ONLY = "rw-------";

    /** The files in this directory, or else in {@code .darkroom} in the home directory. */
    public static AuthorityFiles in(Optional<String> directory) {
        return new AuthorityFiles(directory
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".darkroom"))
                .toAbsolutePath());
    }

    /** Where clients find the certificate. */
    public Path certificate() {
        return directory.resolve("ca.pem");
    }

    /** Where Java clients find the trust store. */
    public Path trustStore() {
        return directory.resolve("ca.p12");
    }

    private Path key() {
        return directory.resolve("ca.key");
    }

    /**
     * Reads the authority, or creates it if there is none or if it has expired.
     *
     * @throws IOException if the directory cannot be written, or its files cannot be read
     * @throws GeneralSecurityException if the files are not those of an authority
     */
    public CertificateAuthority readOrCreate(Instant now) throws IOException, GeneralSecurityException {
        Optional<CertificateAuthority> valid = read(now);
        if (valid.isPresent()) {
            return valid.get();
        }
        Files.createDirectories(directory);
        // Of several servers that start at the same time, one creates the authority and the others read it.
        try (FileChannel lock =
                FileChannel.open(directory.resolve("ca.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            Optional<CertificateAuthority> created = read(now);
            return created.isPresent() ? created.get() : create(now);
        }
    }

    /** Whether there are files, even of an authority that has expired. */
    boolean exist() {
        return Files.exists(certificate()) && Files.exists(key());
    }

    private Optional<CertificateAuthority> read(Instant now) throws IOException, GeneralSecurityException {
        if (!exist()) {
            return Optional.empty();
        }
        try {
            CertificateAuthority authority = new CertificateAuthority(
                    Pem.certificates(certificate()).get(0), Pem.privateKey(Files.readString(key()), KEYS));
            boolean isValid = now.isBefore(authority.certificate().getNotAfter().toInstant());
            return isValid ? Optional.of(authority) : Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new GeneralSecurityException(
                    "The files ca.pem and ca.key in " + directory
                            + " are not a certificate authority of Darkroom. Delete them to create a new one.",
                    e);
        }
    }

    private CertificateAuthority create(Instant now) throws IOException, GeneralSecurityException {
        CertificateAuthority authority = CertificateAuthority.create(now);
        write(key(), Pem.of(authority.key()).getBytes(), true);
        write(trustStore(), TrustStore.of(authority.certificate()), false);
        write(certificate(), pem(authority).getBytes(), false);
        return authority;
    }

    /** The certificate of an authority as text. */
    public static String pem(CertificateAuthority authority) throws CertificateException {
        return Pem.of(authority.certificate());
    }

    /** Replaces a file at once, so that no reader finds half of it. */
    private void write(Path file, byte[] content, boolean isSecret) throws IOException {
        Path temporary = directory.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        if (isSecret) {
            createSecret(temporary);
        }
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createSecret(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        } catch (UnsupportedOperationException e) {
            // Not a POSIX file system. In Windows, the files of a home directory are readable by their owner only.
            if (!file.toFile().createNewFile()) {
                throw new FileSystemException(file.toString());
            }
        }
    }
}
