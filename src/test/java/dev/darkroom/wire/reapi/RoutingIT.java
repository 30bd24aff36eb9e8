package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.Tries;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to reach the dialect, the URLs in responses, and the errors for unknown paths. */
@WireTest
class RoutingIT {

    private static final String VALID =
            "{\"model\":\"gpt-image-2-official\",\"prompt\":\"p\",\"size\":\"16:9\",\"n\":2,"
                    + "\"image_urls\":[\"https://e.com/a.png\"],\"quality\":\"low\",\"output_compression\":50}";

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/reapi"})
    @Documented(
            value = "seeds/002: Submit a generation; Poll the result",
            dialect = "reapi",
            rule = "a task is submitted at POST /api/v1/images/generations and polled at GET /api/v1/tasks/{id}",
            negativeTest = "reportsUnknownPathInVendorEnvelope",
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §1: the balance; §5: the samples of image URLs",
            dialect = "reapi",
            rule = "the balance is at GET /api/v1/balance, and the path of an image begins with /media/tasks/",
            negativeTest = "reportsUnknownPathInVendorEnvelope")
    @Documented(
            value = "design §2",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "all paths also have the prefix /reapi, and so have the image URLs of tasks that are polled there",
            negativeTest = "reportsUnknownPathInVendorEnvelope")
    void servesAllPathsAtRootAndByPrefix(String prefix) {
        String id = ReApiClient.id(client.request()
                .contentType("application/json")
                .body("{\"prompt\":\"p\"}")
                .post(prefix + ReApiClient.SUBMIT));
        client.advance("2s");
        String url = client.request().get(prefix + "/api/v1/tasks/" + id).path("output.image_urls[0]");

        assertThat(url).matches("http://localhost:\\d+" + prefix + "/media/tasks/" + id.substring(5) + "/0\\.png");
        given().get(url).then().statusCode(200).contentType("image/png");
        client.request().get(prefix + "/api/v1/balance").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §5: cdn.reapi.ai, in the samples of the responses",
            dialect = "reapi",
            rule = "at the vendor's host, the URL of an image has the host cdn.reapi.ai",
            of = "CompletedTask.output.image_urls",
            negativeTest = "SettingsIT.imageUrlKeepsHostOfRequestWithoutFileHost",
            witness = "curl 7.88.1, file 5.44")
    @Documented(
            value = "design §12: no changes to the code under test",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "an image URL has the scheme and the port of the request, and the vendor's file host only if the"
                    + " request has the vendor's host",
            negativeTest = "urlUsesForwardedHostAndPrefix")
    void urlUsesHostOfRequest() {
        String id = ReApiClient.id(client.basic());
        client.advance("2s");

        String url = client.request()
                .header("Host", "reapi.ai:8080")
                .get("/api/v1/tasks/" + id)
                .path("output.image_urls[0]");

        assertThat(url).startsWith("http://cdn.reapi.ai:8080/media/tasks/");
        for (String host : new String[] {"reapi.ai", "cdn.reapi.ai"}) {
            given().header("Host", host)
                    .get(URI.create(url).getPath())
                    .then()
                    .statusCode(200)
                    .contentType("image/png");
        }
    }

    @Test
    void urlUsesForwardedHostAndPrefix() {
        String id = ReApiClient.id(client.basic());
        client.advance("2s");

        String url = client.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "fake.example.com")
                .header("X-Forwarded-Prefix", "/mocks")
                .get("/api/v1/tasks/" + id)
                .path("output.image_urls[0]");

        assertThat(url).isEqualTo("https://fake.example.com/mocks/media/tasks/" + id.substring(5) + "/0.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reapi",
                "/reapi/",
                "/reapi/v1/images/generations",
                "/api/v1/images/edits",
                "/media/tasks/x",
                "/api/v1/tasks/a/b"
            })
    @Documented(
            value = "providers/reapi.md §7: no page gives the code for an unknown path",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "an unknown path gets 404 and 40002",
            of = "40002",
            negativeTest = "servesAllPathsAtRootAndByPrefix",
            witness = "openai-python 3.22.1")
    void reportsUnknownPathInVendorEnvelope(String path) {
        assertRefused(client.request().get(path), 404, 40002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"videos", "audio"})
    @Documented(
            value = "providers/reapi.md §1: the vendor has more APIs of the same pattern",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "there are no videos and no audio: their paths are unknown, and nothing is charged",
            of = "40002",
            negativeTest = "servesAllPathsAtRootAndByPrefix")
    void makesImagesOnly(String kind) {
        assertRefused(
                client.request()
                        .contentType("application/json")
                        .body("{\"prompt\":\"p\"}")
                        .post("/api/v1/" + kind + "/generations"),
                404,
                40002);
        assertThat(client.credits()).isEqualTo(5000);
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/api/v1/balance", "GET,/api/v1/images/generations", "POST,/api/v1/tasks/x"})
    void rejectsUnsupportedMethod(String method, String path) {
        assertRefused(client.request().request(method, path), 405, 40002);
    }

    @Test
    void rejectsOversizedBody() {
        assertRefused(client.submit("{\"prompt\":\"" + "x".repeat(1 << 20) + "\"}"), 413, 20001);
    }

    @Test
    void acceptsOrRejectsRandomlyChangedBodies() {
        client.changeSandbox("{\"rate_limit\":null,\"credits\":1000000}");
        Random random = new Random(7);
        for (int i = 0; i < Tries.of(300); i++) {
            byte[] body = VALID.getBytes(UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            Response response =
                    client.api().contentType("application/json").body(body).post(ReApiClient.SUBMIT);
            assertThat(response.statusCode()).as(new String(body, UTF_8)).isIn(200, 400);
        }
    }

    @Test
    void headHasSameContentType() {
        client.request().head("/api/v1/balance").then().statusCode(200).contentType("application/json");
    }
}
