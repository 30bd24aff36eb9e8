package dev.darkroom.wire.server;

import static java.net.http.HttpClient.Version.HTTP_2;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.certificate.TestPair;
import dev.darkroom.certificate.TrustStore;
import dev.darkroom.packaged.PackagedServer;
import dev.darkroom.wire.client.RawRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How HTTPS starts with other settings than the default ones. Each test has a server of its own. */
@Timeout(300)
class TlsSettingsIT {

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void stop() throws IOException {
        TestServer.use(null);
        process.getOutputStream().close();
    }

    @Test
    void takesAnotherPortIfItsOwnIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String log = start("darkroom.tls.port=" + taken.getLocalPort());

            assertThat(log)
                    .contains("HTTPS cannot listen on port " + taken.getLocalPort())
                    .contains("darkroom.tls.port");
            assertThat(TestServer.current().httpsUrl()).doesNotEndWith(":" + taken.getLocalPort());
            SecureClient client = new SecureClient();
            String https = TestServer.current().httpsUrl();
            assertThat(client.create(client.direct(HTTP_2), https).statusCode()).isEqualTo(200);
            assertThat(client.create(client.proxied(HTTP_2), "https://api.aivideoapi.ai")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void servesNoHttpsIfItIsOff() throws IOException {
        Path ports = folder.resolve("ports");
        process = PackagedServer.startBound(List.of("darkroom.tls=off", "darkroom.port-file=" + ports));
        String log = PackagedServer.logUntil(process, PackagedServer.LISTENING);
        TestServer server = new TestServer(PackagedServer.url(log), "");
        TestServer.use(server);
        while (server.request().get("/q/health/ready").statusCode() != 200) {
            assertThat(process.isAlive()).isTrue();
        }

        assertThat(Files.readString(ports)).startsWith("http=").doesNotContain("https");
        for (String file : List.of("/_darkroom/ca.pem", "/_darkroom/ca.p12")) {
            assertThat(server.request()
                            .get(file)
                            .then()
                            .statusCode(404)
                            .extract()
                            .asString())
                    .contains("HTTPS is off (darkroom.tls=off), so there is no certificate to trust.");
        }
        assertThat(RawRequest.send("CONNECT api.aivideoapi.ai:443 HTTP/1.1"))
                .startsWith("HTTP/1.1 503 ")
                .contains("cannot open a tunnel", "darkroom.tls is off");
        server.request()
                .header("Authorization", "Bearer sk-plain-http")
                .get("/v1/credits")
                .then()
                .statusCode(200);
    }

    @Test
    void servesTheCertificateOfItsSettings() throws Exception {
        TestPair pair = TestPair.create(folder, "server", "localhost", "api.aivideoapi.ai");
        start("darkroom.tls.certificate=" + pair.certificate(), "darkroom.tls.key=" + pair.key());
        SSLContext trust = SecureClient.trusting(TrustStore.of(pair.authority()));

        try (SSLSocket socket = SecureSocket.to("localhost", trust)) {
            assertThat(socket.getSession().getPeerCertificates()).containsExactly(pair.server(), pair.authority());
            assertThat(RawRequest.head(socket, "GET /v1/credits HTTP/1.1\r\nHost: localhost"))
                    .startsWith("HTTP/1.1 401 ");
        }
        try (SSLSocket socket = SecureSocket.to("api.aivideoapi.ai", trust)) {
            assertThat(socket.getSession().getPeerCertificates()).startsWith(pair.server());
        }
        assertThat(TestServer.given()
                        .get("/_darkroom/ca.pem")
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString())
                .contains("darkroom.tls.certificate");
    }

    @Test
    void doesNotStartWithTheKeyOfAnotherCertificate() throws Exception {
        TestPair pair = TestPair.create(folder, "server", "localhost");
        Path other = TestPair.create(folder, "other", "localhost").key();
        process = PackagedServer.startBound(
                List.of("darkroom.tls.certificate=" + pair.certificate(), "darkroom.tls.key=" + other));
        String log = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(log)
                .containsOnlyOnce("darkroom.tls.key=" + other + " must be a PEM file with the private key of the first")
                .doesNotContain(PackagedServer.LISTENING, "\tat ");
        assertThat(process.waitFor()).isNotZero();
    }

    /** Starts the current server. Returns its log. */
    private String start(String... settings) throws IOException {
        process = PackagedServer.startBound(List.of(settings));
        String log = PackagedServer.logUntilUp(process);
        TestServer.use(new TestServer(PackagedServer.url(log), PackagedServer.httpsUrl(log)));
        return log;
    }
}
