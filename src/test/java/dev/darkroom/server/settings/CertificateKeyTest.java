package dev.darkroom.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.certificate.TestPair;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateKeyTest {

    @TempDir
    private Path folder;

    private TestPair pair;

    @BeforeEach
    void createPair() throws Exception {
        pair = TestPair.create(folder, "server", "localhost");
    }

    @Test
    void acceptsTheKeyOfTheCertificate() {
        assertThat(errors(pair.certificate(), pair.key())).isEmpty();
    }

    @Test
    void rejectsTheKeyOfAnotherCertificate() throws Exception {
        Path other = TestPair.create(folder, "other", "localhost").key();

        assertThat(errors(pair.certificate(), other))
                .containsExactly("darkroom.tls.key=" + other
                        + " must be a PEM file with the private key of the first certificate in"
                        + " darkroom.tls.certificate=" + pair.certificate() + ", without a password");
    }

    @Test
    void rejectsAKeyOfAnotherKind() throws Exception {
        byte[] rsa = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Path key = Files.writeString(
                folder.resolve("rsa.key"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(rsa)
                        + "\n-----END PRIVATE KEY-----\n");

        assertThat(errors(pair.certificate(), key))
                .singleElement()
                .asString()
                .contains("darkroom.tls.key", "private key of the first certificate");
    }

    @Test
    void rejectsFilesWithoutAKeyOrACertificate() {
        assertThat(errors(pair.certificate(), pair.certificate()))
                .singleElement()
                .asString()
                .startsWith("darkroom.tls.key=" + pair.certificate() + " must be a PEM file with the private key");
        assertThat(errors(pair.key(), pair.key()))
                .containsExactly("darkroom.tls.certificate=" + pair.key()
                        + " must be a PEM file with certificates: the file has no certificate in PEM format");
        assertThat(errors(folder, pair.key()))
                .containsExactly("darkroom.tls.certificate=" + folder + " must be a PEM file that Darkroom can read");
    }

    private static List<String> errors(Path certificate, Path key) {
        PropertiesConfigSource source = new PropertiesConfigSource(
                Map.of("darkroom.tls.certificate", certificate.toString(), "darkroom.tls.key", key.toString()),
                "test",
                400);
        return new TestBeans(TestConfig.of(source))
                .create(SettingsValidator.class)
                .errors();
    }
}
