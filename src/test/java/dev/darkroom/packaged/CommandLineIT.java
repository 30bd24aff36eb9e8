package dev.darkroom.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged server as another program starts and stops it. {@code CommandLineTest} tests every argument in process.
 */
class CommandLineIT {

    private static final long MAX_WAIT_SECONDS = 300;

    @TempDir
    private Path folder;

    @Test
    void tellsWhereItListensAndEndsWithItsParent() throws IOException, InterruptedException {
        Process server = PackagedServer.run(
                folder, "--port", "0", "--port-file=ports", "--parent", "stdin", "-Ddarkroom.seed=5");
        try {
            String log = PackagedServer.logUntilUp(server);
            assertThat(log).contains("The seed is 5;");
            String port = port(server);
            assertThat(PackagedServer.url(log)).endsWith(":" + port);
            for (InetAddress address : InetAddress.getAllByName("localhost")) {
                new Socket(address, Integer.parseInt(port)).close();
            }
            assertThat(output(0, "health", "--port-file", "ports"))
                    .startsWith("Darkroom is ready at http://localhost:");
            assertThat(output(1, "--port", port))
                    .containsOnlyOnce("quarkus.http.port=" + port + ": another process uses port " + port)
                    .contains("choose another port with --port")
                    .doesNotContain("\tat ");

            server.getOutputStream().close();

            assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
            assertThat(PackagedServer.rest(server)).contains("standard input", "darkroom.parent", "stopped in");
            assertThat(folder.resolve("ports")).doesNotExist();
        } finally {
            server.destroy();
        }
        assertThat(output(1, "health", "--port-file", "ports")).contains("there is no darkroom.port-file=ports");
    }

    @Test
    void endsWithTheProcessThatItIsTold() throws IOException, InterruptedException {
        Process parent = PackagedServer.run(folder, "--port", "0", "--parent", "stdin");
        Process server = PackagedServer.run(folder, "--port", "0", "--parent", Long.toString(parent.pid()));
        try {
            assertThat(PackagedServer.logUntilUp(server)).contains("Listening on");

            parent.destroyForcibly().waitFor();

            assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
        } finally {
            parent.destroyForcibly();
            server.destroy();
        }
    }

    @Test
    void printsItsVersionAndRejectsUnknownOptions() throws IOException, InterruptedException {
        assertThat(output(0, "--version")).matches("Darkroom \\d+\\.\\d+\\S*\n");
        assertThat(output(2, "--prot", "8080"))
                .isEqualTo("'--prot' is not an option; did you mean --port? --help lists them all.\n");
    }

    @Test
    void describesItsOptionsAndCommands() throws IOException, InterruptedException {
        assertThat(output(0, "--help"))
                .startsWith("Usage: darkroom [options] [command]\n")
                .contains("--port PORT", "--tls-port PORT", "--port-file FILE", "--parent PID", "health", "ca");
        assertThat(output(2, "helth")).startsWith("'helth' is not a command; did you mean health?");
    }

    @Test
    void printsThePathOfTheCertificateToTrust() throws Exception {
        Path directory = folder.resolve("authority");
        String setting = "-Ddarkroom.tls.directory=" + directory;

        Path certificate = Path.of(output(0, "ca", setting).strip());

        assertThat(certificate).hasParentRaw(directory).content().contains("BEGIN CERTIFICATE");
        byte[] created = Files.readAllBytes(certificate);
        assertThat(output(0, "ca", setting).strip()).isEqualTo(certificate.toString());
        assertThat(certificate).hasBinaryContent(created);
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(output(1, "ca", "-Ddarkroom.tls.directory=" + file))
                .contains("There is no certificate in " + file, "darkroom.tls.directory");
    }

    @Test
    void saysWhyNoServerIsReady() throws IOException, InterruptedException {
        String port = Integer.toString(unusedPort());

        assertThat(output(1, "health", "--port", port))
                .startsWith("Darkroom is not ready: nothing listens on port " + port + "; --port or");
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The port of the server's port file, which may appear a moment after the log says that the server listens. */
    private String port(Process server) throws IOException {
        Path file = folder.resolve("ports");
        while (!Files.exists(file)) {
            assertThat(server.isAlive()).isTrue();
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).startsWith("http=");
        return lines.get(0).substring("http=".length());
    }

    private String output(int exitCode, String... arguments) throws IOException, InterruptedException {
        Process process = PackagedServer.run(folder, arguments);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).replace("\r\n", "\n");
        assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
        return output;
    }
}
