package dev.darkroom.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A self-signed certificate that the JDK's keytool creates in a directory. */
record TestCertificate(Path directory) {

    private static final String PASSWORD = "changeit";

    /** @param arguments of keytool, such as {@code -ext san=dns:localhost} */
    static TestCertificate create(Path directory, String... arguments) throws Exception {
        TestCertificate certificate = new TestCertificate(directory);
        certificate.keytool(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=test"), List.of(arguments));
        certificate.keytool(List.of("-exportcert", "-rfc"), List.of("-file", certificate.pem()));
        return certificate;
    }

    String pem() {
        return directory.resolve("certificate.pem").toString();
    }

    PfxOptions key() {
        return new PfxOptions().setPath(store()).setPassword(PASSWORD);
    }

    private String store() {
        return directory.resolve("key.p12").toString();
    }

    private void keytool(List<String> command, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        keytool.command().addAll(command);
        keytool.command().addAll(List.of("-keystore", store(), "-storepass", PASSWORD, "-alias", "test"));
        keytool.command().addAll(arguments);
        Process process = keytool.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0)
                .as(output)
                .isTrue();
    }
}
