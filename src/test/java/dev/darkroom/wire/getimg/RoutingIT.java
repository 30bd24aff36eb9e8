package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to address the dialect, and the errors for unknown paths and methods. */
@WireTest
class RoutingIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/getimg"})
    void urlKeepsPathPrefix(String prefix) {
        String url = generate(client.request(), prefix);

        assertThat(url).matches("http://localhost:\\d+" + prefix + "/v2/downloads/req-.*");
        given().get(url).then().statusCode(200).contentType("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.getimg.ai", "API.getimg.ai:8080"})
    void urlKeepsHostName(String host) {
        String url = generate(client.request().header("Host", host), "");

        assertThat(url).startsWith("http://" + host + "/v2/downloads/");
        fetch(url, host);
    }

    @Test
    void urlUsesForwardedAddress() {
        String url = generate(
                client.request()
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "fake.example.com")
                        .header("X-Forwarded-Prefix", "/mocks/"),
                "");

        assertThat(url).startsWith("https://fake.example.com/mocks/v2/downloads/");
        fetch(url.replace("/mocks", ""), "fake.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2",
                "/v2/",
                "/v2/nope",
                "/v2/images",
                "/v2/images/generations/x",
                "/v2/videos/generations",
                "/v2/downloads/req-x",
                "/v2/billing",
                "/getimg",
                "/getimg/v1/x"
            })
    void reportsUnknownPathInVendorEnvelope(String path) {
        Response refused = client.request().header("Host", "api.getimg.ai").get(path);

        assertRefused(refused, 404, "not_found");
        assertThat(refused.asString())
                .matches("\\{\"error\":\\{\"message\":\"[^\"]+\",\"type\":\"invalid_request_error\",\"param\":null,"
                        + "\"code\":\"not_found\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v2/images/generations",
        "GET, /v2/images/generations",
        "PUT, /v2/models",
        "POST, /v2/models/gpt-image-2",
        "POST, /v2/billing/balance",
        "PATCH, /v2/billing/costs",
        "DELETE, /v2/downloads/a/0"
    })
    void rejectsUnsupportedMethod(String method, String path) {
        Response refused = client.request().request(method, path);

        assertRefused(refused, 405, "invalid_parameter", null, "This path does not support this method.");
    }

    @Test
    void rejectsTooLargeBody() {
        Response refused = client.generate(GetImgClient.body("x".repeat(1 << 20)));

        assertRefused(
                refused,
                413,
                "invalid_parameter",
                null,
                "The request body has more than 1048576 bytes, the limit of darkroom.limits.body.");
    }

    @Test
    void headHasSameHeadersWithoutBody() {
        Response head = client.request().head("/v2/billing/balance");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).isEqualTo("application/json");
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void servesContract() {
        given().get("/_darkroom/contract/getimg.yaml").then().statusCode(200);
        assertThat(given().get("/_darkroom").asString()).contains("getimg");
    }

    private static String generate(RequestSpecification request, String prefix) {
        return request.contentType("application/json")
                .body(GetImgClient.body("p"))
                .post(prefix + "/v2/images/generations")
                .then()
                .statusCode(200)
                .extract()
                .path("data[0].url");
    }

    private static void fetch(String url, String host) {
        URI address = URI.create(url);
        given().header("Host", host)
                .urlEncodingEnabled(false)
                .get(address.getPath() + "?" + address.getQuery())
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
    }
}
