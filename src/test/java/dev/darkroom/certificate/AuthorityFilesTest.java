package dev.darkroom.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void readsTheAuthorityThatItHasCreated() throws Exception {
        CertificateAuthority created = files().readOrCreate(NOW);
        CertificateAuthority read = files().readOrCreate(NOW.plus(Duration.ofDays(1000)));

        assertThat(read.certificate()).isEqualTo(created.certificate());
        assertThat(read.key()).isEqualTo(created.key());
    }

    @Test
    void onlyTheOwnerCanReadTheKey() throws Exception {
        files().readOrCreate(NOW);

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory().resolve("ca.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void trustStoreHasTheCertificate() throws Exception {
        X509Certificate certificate = files().readOrCreate(NOW).certificate();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(
                new ByteArrayInputStream(Files.readAllBytes(files().trustStore())), TrustStore.PASSWORD.toCharArray());

        assertThat(Collections.list(store.aliases())).hasSize(1);
        assertThat(store.getCertificate("darkroom")).isEqualTo(certificate);
    }

    @Test
    void replacesAnExpiredAuthority() throws Exception {
        CertificateAuthority old = files().readOrCreate(NOW);
        CertificateAuthority renewed = files().readOrCreate(NOW.plus(Duration.ofDays(3650)));

        assertThat(renewed.certificate()).isNotEqualTo(old.certificate());
    }

    @Test
    void doesNotOverwriteFilesThatItCannotRead() throws Exception {
        files().readOrCreate(NOW);
        Files.writeString(files().certificate(), "something else");

        assertThatThrownBy(() -> files().readOrCreate(NOW))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("Delete them");
        assertThat(Files.readString(files().certificate())).isEqualTo("something else");
    }

    @Test
    void issuesCertificatesForNamesAndAddresses() throws Exception {
        CertificateAuthority authority = files().readOrCreate(NOW);
        ServerCertificate issued = authority.issue(List.of("reapi.ai", "*.example.test", "127.0.0.1", "::1"), NOW);
        X509Certificate certificate = issued.chain().get(0);

        certificate.verify(authority.certificate().getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> name.get(0) + " " + name.get(1))
                .containsExactly("2 reapi.ai", "2 *.example.test", "7 127.0.0.1", "7 0:0:0:0:0:0:0:1");
        assertThat(Duration.between(NOW, certificate.getNotAfter().toInstant())).isLessThan(Duration.ofDays(398));
    }

    @Test
    void existsInMemoryIfTheDirectoryCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        List<String> warnings = new ArrayList<>();
        LocalAuthority authority =
                new LocalAuthority(new AuthorityFiles(file), InstantSource.fixed(NOW), warnings::add);

        assertThat(authority.get()).isSameAs(authority.get());
        assertThat(authority.createFiles()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("in memory only", "darkroom.tls.directory");
    }

    private Path directory() {
        return folder.resolve("authority");
    }

    private AuthorityFiles files() {
        return new AuthorityFiles(directory());
    }
}
