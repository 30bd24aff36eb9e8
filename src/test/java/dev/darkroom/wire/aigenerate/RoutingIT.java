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

/** The three ways to address the dialect, and the URLs that each returns. */
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
        String url = url(client.request(), prefix);

        assertThat(url).matches("http://localhost:\\d+" + prefix + "/files/jobs/.*");
        given().get(url).then().statusCode(200).contentType("image/png");
    }

    @Test
    @Documented(dialect = "aigenerate", value = "seeds/003: the host of the example")
    void urlKeepsHostName() {
        String url = url(client.request().header("Host", "aimarcusimage.eu:8080"), "");

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

        assertThat(url(request, "")).startsWith("https://fake.example.com/mocks/files/jobs/");
    }

    private String url(RequestSpecification request, String prefix) {
        String result = request.get(prefix + AiGenerateClient.RECORD + "?taskId=" + task)
                .then()
                .statusCode(200)
                .extract()
                .path("data.resultJson");
        return JsonPath.from(result).getString("resultUrls[0]");
    }
}
