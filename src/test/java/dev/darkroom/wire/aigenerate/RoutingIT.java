package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
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

    @ParameterizedTest
    @ValueSource(strings = {"", "/aigenerate"})
    @Documented(dialect = "aigenerate", value = "seeds/003: the path of the example, at the root and by prefix")
    void urlKeepsPathPrefix(String prefix) {
        String url = imageUrl(client.request(), prefix);

        assertThat(url).matches("http://localhost:\\d+" + prefix + "/files/jobs/.*");
        given().get(url).then().statusCode(200).contentType("image/png");
    }

    @Test
    @Documented(dialect = "aigenerate", value = "seeds/003: the host of the example")
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

    private String imageUrl(RequestSpecification request, String prefix) {
        String resultJson = request.get(prefix + AiGenerateClient.RECORD + "?taskId=" + task)
                .then()
                .statusCode(200)
                .extract()
                .path("data.resultJson");
        return JsonPath.from(resultJson).getString("resultUrls[0]");
    }
}
