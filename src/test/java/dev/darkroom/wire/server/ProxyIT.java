package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.RawRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that use Darkroom as their proxy, and so reach it under the vendors' own addresses. */
@WireTest
class ProxyIT {

    private static final String VENDOR = "https://api.aivideoapi.ai";

    private final SecureClient client = new SecureClient();

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void tunnelToVendorEndsHere(HttpClient.Version version) throws Exception {
        HttpClient http = client.proxied(version);

        HttpResponse<String> created = client.create(http, VENDOR);
        HttpResponse<String> credits = client.get(http, VENDOR + "/v1/credits");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(credits.version()).isEqualTo(version);
        assertThat(credits.body()).contains("\"total_consumed\":2.4");
    }

    @Test
    void imagesAreAtFileHostOfVendor() throws Exception {
        HttpClient http = client.proxied(HttpClient.Version.HTTP_2);
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"[[progression: instant]]\"}}";
        String task = http.send(
                        client.request(VENDOR + "/v1/images/generations")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceAll(".*\"taskId\":\"([^\"]+)\".*", "$1");
        String url =
                client.get(http, VENDOR + "/v1/tasks/" + task).body().replaceAll(".*\"urls\":\\[\"([^\"]+)\".*", "$1");

        assertThat(url).startsWith("https://file.aivideoapi.ai/images/");
        assertThat(client.get(http, url).headers().firstValue("Content-Type")).hasValue("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.aivideoapi.ai:443", "reapi.ai:443", "API.GETIMG.AI:8443"})
    void acceptsTunnelsToVendors(String target) throws IOException {
        assertThat(RawRequest.head("CONNECT " + target + " HTTP/1.1")).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "0.0.0.0", "[::1]"})
    void acceptsTunnelsToItself(String host) throws IOException {
        assertThat(RawRequest.head("CONNECT " + host + ":" + TestServer.port() + " HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com:443", "localhost:22", "10.0.0.1:443", "api.aivideoapi.ai.example.com:443", "x"})
    void refusesTunnelsToOtherHosts(String target) throws IOException {
        assertThat(RawRequest.send("CONNECT " + target + " HTTP/1.1"))
                .startsWith("HTTP/1.1 403 ")
                .contains("'" + target + "'", "NO_PROXY", "darkroom.proxy=tunnel");
    }

    @Test
    void answersRequestsInAbsoluteForm() throws IOException {
        String response = RawRequest.send(
                "GET http://reapi.ai/api/v1/balance HTTP/1.1", "Authorization: Bearer rk_live_" + client.key);

        assertThat(response).startsWith("HTTP/1.1 200 ").contains("Darkroom-Dialect: reapi");
    }

    /** RFC 9110, section 4.2.4: such a target may hide where it leads. Its password belongs in no message. */
    @Test
    void ignoresUserInTarget() throws IOException {
        String authorization = "Authorization: Bearer " + client.key;

        assertThat(RawRequest.send("GET http://user:secret@api.aivideoapi.ai/v1/credits HTTP/1.1", authorization))
                .startsWith("HTTP/1.1 200 ");
        assertThat(RawRequest.send("GET http://user:secret@example.com/v1/credits HTTP/1.1", authorization))
                .startsWith("HTTP/1.1 403 ")
                .contains("'example.com'")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "backend", "10.99.0.7", "backend:8080"})
    void refusesRequestsInAbsoluteFormToOtherHosts(String host) throws IOException {
        assertThat(RawRequest.send("GET http://" + host + "/v1/credits HTTP/1.1"))
                .startsWith("HTTP/1.1 403 ")
                .contains("'" + host + "'");
        assertThat(RawRequest.send(
                        "GET http://" + host + "/v1/credits HTTP/1.1",
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQAAP__"))
                .startsWith("HTTP/1.1 403 ");
    }

    /** The request must not reach the real vendor. */
    @Test
    void refusesTunnelToVendorThatCannotEndHere() throws IOException {
        try (Socket socket = TestServer.current().connect()) {
            RawRequest.head(socket, "HEAD /v1/credits HTTP/1.1\r\nHost: localhost");

            assertThat(RawRequest.head(socket, "CONNECT api.aivideoapi.ai:443 HTTP/1.1"))
                    .startsWith("HTTP/1.1 503 ");
        }
    }

    @Test
    void readsTargetWithoutPath() throws IOException {
        assertThat(RawRequest.send("GET http://api.aivideoapi.ai?x=1 HTTP/1.1")).startsWith("HTTP/1.1 404 ");
    }

    /** A client may send plain HTTP through a tunnel. */
    @Test
    void readsPlainHttpInTunnel() throws IOException {
        assertThat(RawRequest.send(
                        "CONNECT api.aivideoapi.ai:80 HTTP/1.1\r\n\r\nGET /v1/credits HTTP/1.1",
                        "Authorization: Bearer " + client.key))
                .startsWith("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK");
    }
}
