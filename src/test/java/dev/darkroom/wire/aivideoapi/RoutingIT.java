package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.server.TestServer.given;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three ways to reach a dialect: root, prefix, host. The URLs in a response use the same way as its request. */
@WireTest
class RoutingIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    private String task;

    @BeforeEach
    void createTask() {
        client.freeze();
        task = client.createTask("\"prompt\":\"p\"");
        client.advance("2s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/aivideoapi"})
    void urlUsesRootOrPrefixOfRequest(String prefix) {
        String url = client.request().get(prefix + "/v1/tasks/" + task).path("output.urls[0]");

        assertThat(url).matches("http://localhost:\\d+" + prefix + "/images/.*");
        given().get(url).then().statusCode(200).contentType("image/png");
    }

    @Test
    void urlUsesFileHostAtHostOfVendor() {
        String url = client.request()
                .header("Host", "api.aivideoapi.ai:8080")
                .get("/v1/tasks/" + task)
                .path("output.urls[0]");

        assertThat(url).startsWith("http://file.aivideoapi.ai:8080/images/");
        fetch(url, "api.aivideoapi.ai:8080");
        fetch(url, "file.aivideoapi.ai");
    }

    @Test
    @Documented(
            value = "seeds/001: Create Task, the URL of the curl examples",
            rule = "requests to api.aivideoapi.ai are served",
            negativeTest = "PathsIT.hostDecidesWhosePathIsSuggested",
            witness = "curl 7.88.1")
    @Documented(
            value = "design §2, the prefix",
            certainty = Certainty.SCOPE,
            rule = "paths with the prefix /aivideoapi are served, too",
            negativeTest = Documented.SAME)
    void dialectHostAcceptsPrefixToo() {
        String[] paths = {"/v1/credits", "/aivideoapi/v1/credits"};
        for (String path : paths) {
            client.request()
                    .header("Host", "API.aivideoapi.ai")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
        client.request()
                .header("Host", "API.aivideoapi.ai")
                .get("/other/v1/credits")
                .then()
                .statusCode(404);
    }

    @Test
    void urlUsesForwardedHostAndPrefix() {
        String url = client.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "fake.example.com")
                .header("X-Forwarded-Prefix", "/mocks/darkroom/")
                .get("/v1/tasks/" + task)
                .path("output.urls[0]");

        assertThat(url).startsWith("https://fake.example.com/mocks/darkroom/images/");
        fetch(url.replace("/mocks/darkroom", ""), "fake.example.com");
    }

    @Test
    void headHasSameContentType() {
        assertThat(client.request().head("/v1/tasks/" + task).contentType())
                .isEqualTo(client.request().get("/v1/tasks/" + task).contentType())
                .isEqualTo("application/json");
    }

    @Test
    void ignoresEmptyPort() {
        String url = client.request()
                .header("Host", "fake:")
                .get("/v1/tasks/" + task)
                .path("output.urls[0]");

        assertThat(url).startsWith("http://fake/images/");
    }

    @ParameterizedTest
    @CsvSource({
        "http, fake.example.com, 8443, http://fake.example.com:8443/",
        "https, fake.example.com, 443, https://fake.example.com/",
        "https, fake.example.com:9, 443, https://fake.example.com/",
        "'https, http', 'fake.example.com, proxy', 80, https://fake.example.com:80/",
        "https, [::1]:9, 7, https://[::1]:7/"
    })
    void urlUsesForwardedPort(String proto, String host, String port, String expected) {
        String url = client.request()
                .header("X-Forwarded-Proto", proto)
                .header("X-Forwarded-Host", host)
                .header("X-Forwarded-Port", port)
                .get("/v1/tasks/" + task)
                .path("output.urls[0]");

        assertThat(url).startsWith(expected + "images/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "evil\"host", "<script>", "x/../y"})
    void doesNotRepeatInvalidHost(String host) {
        String response = client.request()
                .header("X-Forwarded-Host", host)
                .get("/v1/tasks/" + task)
                .asString();

        assertThat(response).doesNotContain(host).contains("\"http://localhost:");
    }

    @Test
    void doesNotRepeatInvalidSchemeOrPrefix() {
        String response = client.request()
                .header("X-Forwarded-Proto", "javascript")
                .header("X-Forwarded-Prefix", "/../..")
                .get("/v1/tasks/" + task)
                .asString();

        assertThat(response).contains("\"http://localhost").doesNotContain("javascript", "..");
    }

    /** Java's HTTP client offers an upgrade to HTTP/2 with the first request of each connection. */
    @Test
    void servesClientThatOffersHttp2() throws Exception {
        HttpClient http2Client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Authorization", "Bearer " + client.key)
                .header("Content-Type", "application/json");
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}";
        URI credits = URI.create(TestServer.url("/v1/credits"));
        URI create = URI.create(TestServer.url("/v1/images/generations"));

        assertThat(http2Client
                        .send(request.uri(credits).GET().build(), ofString())
                        .statusCode())
                .isEqualTo(200);
        HttpRequest chunked = request.uri(create)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))))
                .build();
        assertThat(http2Client.send(chunked, ofString()).statusCode()).isEqualTo(200);
        HttpRequest plain =
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        assertThat(HttpClient.newHttpClient().send(plain, ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void acceptsQueryString() {
        client.request().get("/v1/credits?cache=off").then().statusCode(200);
    }

    private static void fetch(String url, String host) {
        given().header("Host", host)
                .get(URI.create(url).getPath())
                .then()
                .statusCode(200)
                .contentType("image/png");
    }
}
