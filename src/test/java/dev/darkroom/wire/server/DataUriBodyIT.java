package dev.darkroom.wire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.SandboxClient;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a vendor accepts {@code data:} URIs, its requests may be large enough for them without another setting. */
@ChangedNetworkSettings
class DataUriBodyIT {

    private static final int IMAGES = 10;
    private static final int IMAGE_CHARACTERS = 2 << 20;

    /** More than the longest text that Jackson reads by default. */
    private static final int LONG_TEXT = 21_000_000;

    private static final int LIMIT = 48 << 20;

    private final AiVideoApiClient client = new AiVideoApiClient();

    @ParameterizedTest
    @ValueSource(strings = {"", "/aivideoapi"})
    void acceptsLargeReferences(String prefix) {
        String image = "\"data:image/png;base64," + "A".repeat(IMAGE_CHARACTERS) + "\"";
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\",\"image_urls\":["
                + String.join(",", Collections.nCopies(IMAGES, image)) + "]}}";

        Response created = post(prefix + "/v1/images/generations", body);

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(200);
        assertThat(created.asString()).contains("taskId");
    }

    @Test
    void acceptsOneLargeReference() {
        SandboxClient getimgClient = new SandboxClient("sk_test-" + UUID.randomUUID());
        getimgClient.changeSandbox("{\"progression\":\"instant\"}");
        String image = "\"data:image/png;base64," + "A".repeat(LONG_TEXT) + "\"";

        Response video = post(
                "/v1/images/generations",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\",\"image_urls\":[" + image + "]}}");
        Response getimg = post(
                getimgClient,
                "/v2/images/generations",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"images\":[{\"url\":" + image + "}]}");

        assertThat(video.statusCode()).as(video.asString()).isEqualTo(200);
        assertThat(getimg.statusCode()).as(getimg.asString()).isEqualTo(200);
    }

    @Test
    void namesTheLimitOfLargerBodies() {
        Response refused = post("/v1/images/generations", "{" + " ".repeat(LIMIT) + "}");

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.asString()).contains("more than " + LIMIT + " bytes", "vendors that accept data: URIs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reapi/api/v1/images/generations", "/api/v1/jobs/createTask"})
    void otherVendorsKeepTheirLimit(String path) {
        Response refused = post(path, "{" + " ".repeat(1 << 20) + "}");

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.asString()).contains("more than 1048576 bytes, the limit of darkroom.limits.body");
    }

    private Response post(String path, String body) {
        return post(client, path, body);
    }

    private static Response post(SandboxClient client, String path, String body) {
        return client.request().contentType("application/json").body(body).post(path);
    }
}
