package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to address the dialect (by path, prefix and host), and the image URLs that each returns. */
@WireTest
class RoutingIT {

    private final AiGenerateClient client = new AiGenerateClient();

    private String task;

    @BeforeEach
    void createTask() {
        client.freeze();
        task = client.createTask();
        client.advance("2s");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "POST /api/v1/jobs/createTask at aimarcusimage.eu creates a task",
            value = "seeds/003: Use GPT Image (OpenAI) via API, the URL of the example",
            negativeTest = Documented.SAME,
            witness = "curl 7.88.1")
    void servesPageUrlAtVendorHost() {
        Response created = createAt("aimarcusimage.eu");

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.header("Darkroom-Dialect")).isEqualTo("aigenerate");
        assertThat(createAt("api.getimg.ai").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/aigenerate"})
    @Documented(
            dialect = "aigenerate",
            rule = "the API is at the root and at the prefix /aigenerate, and image URLs keep the prefix",
            value = "design: prefixes",
            certainty = Certainty.SCOPE,
            negativeTest = Documented.SAME)
    void urlKeepsPathPrefix(String prefix) {
        String url = imageUrl(client.request(), prefix);

        assertThat(url).matches("http://localhost:\\d+" + prefix + "/files/jobs/.*");
        given().get(url).then().statusCode(200).contentType("image/png");
    }

    @Test
    void urlKeepsHostName() {
        String url = imageUrl(client.request().header("Host", "aimarcusimage.eu:8080"), "");

        assertThat(url).startsWith("http://aimarcusimage.eu:8080/files/jobs/");
        given().header("Host", "aimarcusimage.eu")
                .get(URI.create(url).getPath())
                .then()
                .statusCode(200)
                .contentType("image/png");
    }

    @Test
    void urlUsesForwardedAddress() {
        RequestSpecification request = client.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "fake.example.com")
                .header("X-Forwarded-Prefix", "/mocks");

        assertThat(imageUrl(request, "")).startsWith("https://fake.example.com/mocks/files/jobs/");
    }

    private Response createAt(String host) {
        return client.request()
                .header("Host", host)
                .contentType("application/json")
                .body(AiGenerateClient.body(AiGenerateClient.MODEL, "\"prompt\":\"p\""))
                .post(AiGenerateClient.CREATE);
    }

    private String imageUrl(RequestSpecification request, String prefix) {
        String resultJson = request.get(prefix + AiGenerateClient.RECORD + "?taskId=" + task)
                .then()
                .statusCode(200)
                .extract()
                .path("data.resultJson");
        return JsonPath.from(resultJson).getString("resultUrls[0]");
    }
}
