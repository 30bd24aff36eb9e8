package dev.darkroom.wire.server;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.net.http.HttpClient.Version.HTTP_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.wire.client.AiVideoApiClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS with the certificate that Darkroom issues, and both versions of HTTP. */
@WireTest
class TlsIT {

    private final TestServer server = TestServer.current();
    private final SecureClient client = new SecureClient();

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void createsTaskInEachVersionOfHttp(HttpClient.Version version) throws Exception {
        HttpResponse<String> created = client.create(client.direct(version), server.httpsUrl());

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(created.version()).isEqualTo(version);
    }

    /** {@code https} with the port of HTTP is a frequent mistake. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void acceptsTlsOnPortOfHttp(HttpClient.Version version) throws Exception {
        String base = server.url().replace("http:", "https:");
        HttpResponse<String> created = client.create(client.direct(version), base);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(created.version()).isEqualTo(version);
        assertThat(client.create(client.direct(version), server.url()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void createsTaskFromBodyOfUnknownLength(HttpClient.Version version) throws Exception {
        HttpResponse<String> created = client.createFromStream(client.direct(version), server.httpsUrl(), false);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void upgradesToHttp2InClearText(HttpClient.Version version) throws Exception {
        HttpClient plain = client.direct(version);

        assertThat(client.create(plain, server.url()).version()).isEqualTo(version);
        assertThat(client.createFromStream(plain, server.url(), false).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void clientThatWaitsForContinuePaysOnce(HttpClient.Version version) throws Exception {
        for (String base : List.of(server.url(), server.httpsUrl())) {
            SecureClient waiting = new SecureClient();
            HttpClient http = waiting.direct(version);
            assertThat(waiting.createFromStream(http, base, true).statusCode()).isEqualTo(200);
            assertThat(waiting.get(http, base + "/v1/credits").body()).contains("\"total_consumed\":2.4");
        }
    }

    /** The HTTP client of Java 17 never returns if it gets another response first. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void clientThatWaitsForContinueGetsErrors(HttpClient.Version version) throws Exception {
        HttpRequest.BodyPublisher[] bodies = {
            HttpRequest.BodyPublishers.noBody(), HttpRequest.BodyPublishers.ofByteArray(new byte[2_000_000])
        };
        for (HttpRequest.BodyPublisher body : bodies) {
            HttpResponse<String> refused = client.direct(version)
                    .send(
                            client.request(server.httpsUrl() + "/v1/images/generations")
                                    .expectContinue(true)
                                    .POST(body)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isBetween(400, 413);
        }
    }

    /** Java's client does not open a second connection, but reports an error. */
    @Test
    void acceptsManyRequestsAtOnceOnOneConnection() throws Exception {
        HttpClient http = client.direct(HTTP_2);
        client.create(http, server.url());
        HttpRequest credits = client.request(server.url() + "/v1/credits").build();

        List<CompletableFuture<HttpResponse<String>>> responses = Stream.generate(
                        () -> http.sendAsync(credits, HttpResponse.BodyHandlers.ofString()))
                .limit(500)
                .toList();

        assertThat(responses)
                .allSatisfy(response -> assertThat(response.get().statusCode()).isEqualTo(200));
    }

    @Test
    void controlApiReadsBodiesOverHttp2() throws Exception {
        HttpResponse<String> clock = client.direct(HTTP_2)
                .send(
                        client.request(server.httpsUrl() + "/_darkroom/clock")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"freeze\":true}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(clock.version()).isEqualTo(HTTP_2);
        assertThat(clock.body()).contains("\"frozen\":true");
    }

    @Test
    void imageUrlKeepsSchemeAndPort() throws Exception {
        AiVideoApiClient plain = new AiVideoApiClient(client.key);
        String task = plain.createTask("\"prompt\":\"[[progression: instant]]\"");
        HttpResponse<String> polled = client.get(client.direct(HTTP_2), server.httpsUrl() + "/v1/tasks/" + task);

        assertThat(polled.body()).contains("\"" + server.httpsUrl() + "/images/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "localhost"})
    void certificateCoversAddressesOfThisMachine(String host) throws Exception {
        int port = URI.create(server.httpsUrl()).getPort();

        assertThat(client.get(client.direct(HTTP_1_1), "https://" + host + ":" + port + "/v1/credits")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void certificateCoversHostsOfVendors() throws Exception {
        try (SSLSocket socket = connect()) {
            socket.startHandshake();
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];

            assertThat(certificate.getSubjectAlternativeNames())
                    .extracting(name -> name.get(1).toString())
                    .contains("api.aivideoapi.ai", "file.aivideoapi.ai", "reapi.ai", "cdn.reapi.ai", "api.getimg.ai")
                    .contains("aimarcusimage.eu", "localhost", "darkroom", "host.docker.internal");
        }
    }

    @Test
    void offersItsAuthorityAsPem() throws Exception {
        byte[] pem = server.request().get("/_darkroom/ca.pem").asByteArray();
        X509Certificate authority = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));

        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(new String(pem, StandardCharsets.US_ASCII)).doesNotContain("PRIVATE");
    }

    /** An orderly end of TLS would be read as the end of the response. */
    @Test
    void resetFaultResetsConnectionWithTls() throws Exception {
        try (SSLSocket socket = connect()) {
            String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"[[reset]]\"}}";
            String request = "POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + client.key + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThatThrownBy(() -> socket.getInputStream().readAllBytes()).isInstanceOf(SocketException.class);
        }
    }

    /** Other requests share the connection. By default, Vert.x closes it with the 201st stream that ends early. */
    @Test
    void resetFaultEndsOneStreamOnlyInHttp2() throws Exception {
        HttpClient http = client.direct(HTTP_2);
        client.create(http, server.httpsUrl());
        HttpResponse<InputStream> events = http.send(
                client.request(server.httpsUrl() + "/_darkroom/events").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"[[reset]]\"}}";
        HttpRequest reset = client.request(server.httpsUrl() + "/v1/images/generations")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();

        for (int i = 0; i < 250; i++) {
            assertThatThrownBy(() -> http.send(reset, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("RST_STREAM");
        }
        try (InputStream stream = events.body()) {
            assertThat(stream.read()).isNotNegative();
        }
    }

    private SSLSocket connect() throws IOException {
        URI https = URI.create(server.httpsUrl());
        return (SSLSocket) client.tls().getSocketFactory().createSocket(https.getHost(), https.getPort());
    }
}
