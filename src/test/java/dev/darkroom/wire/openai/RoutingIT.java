package dev.darkroom.wire.openai;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to address the dialect, and the errors for unknown paths and methods. */
@WireTest
class RoutingIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/openai/v1/nope", "/openai", "/openai/v1", "/openai/v1/images", "/openai/v1/images/variations"})
    @Documented(
            value = "providers/openai.md §8.2: unknown path",
            rule = "an unknown path is 404 without a body and a type, with nosniff",
            negativeTest = "servesOwnHostAtRoot",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void unknownPathHasNoBody(String path) {
        Response refused = client.post(path, "{}");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.asByteArray()).isEmpty();
        assertThat(refused.header("Content-Type")).isNull();
        assertThat(refused.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(refused.header("x-request-id")).startsWith("req_");
        assertThat(refused.header("Darkroom-Warning")).contains("`" + path + "`");
    }

    @ParameterizedTest
    @CsvSource({
        "/openai/v1/chat/completions, chat completions",
        "/openai/v1/files, files and uploads",
        "/openai/v1/batches, batches"
    })
    void warningNamesAreaThatIsNotFaked(String path, String area) {
        Response refused = client.post(path, "{}");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.header("Darkroom-Warning")).contains(area);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /openai/v1/images/generations", "GET, /openai/v1/images/edits", "POST, /openai/v1/models"})
    @Documented(
            value = "providers/openai.md §8 has no row for it",
            rule = "a wrong method is a method_not_supported error",
            negativeTest = "servesOwnHostAtRoot",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "method_not_supported")
    void rejectsUnsupportedMethod(String method, String path) {
        Response refused = client.request().request(method, path);

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.header("Allow")).isNotEmpty().doesNotContain(method);
        assertThat(refused.header("x-request-id")).startsWith("req_");
        assertThat(refused.asString())
                .isEqualTo("{\"error\":{\"message\":\"This path does not support this method.\","
                        + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"method_not_supported\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.openai.com", "API.openai.com:443"})
    void servesOwnHostAtRoot(String host) {
        Response response = generate(client.request().header("Host", host), "");

        assertDialect(response, "openai");
        assertThat(client.taskStatuses()).hasSize(1);
    }

    @Test
    void ownKeyDecidesAtRoot() {
        assertDialect(generate(client.request(), ""), "openai");
        assertDialect(generate(keyed("sk-svcacct-" + UUID.randomUUID()), ""), "openai");
    }

    @Test
    void headerOfClientLibraryDecidesAtRoot() {
        String key = "sk-" + UUID.randomUUID();

        assertDialect(generate(keyed(key).header("X-Stainless-Lang", "js"), ""), "openai");
        assertDialect(generate(keyed(key).header("OpenAI-Organization", "org-x"), ""), "openai");
    }

    @Test
    void routesPlainKeyToOtherVendorWithWarning() {
        Response response = keyed("sk-" + UUID.randomUUID())
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"n\":1}")
                .post("/v1/images/generations");

        assertThat(response.header("Darkroom-Dialect")).isEqualTo("aivideoapi");
        assertThat(response.headers().getValues("Darkroom-Warning"))
                .anyMatch(warning -> warning.contains("/openai/v1") && warning.contains("darkroom.dialect"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openai/deployments/gpt-image-2/images/generations?api-version=2025-04-01-preview",
                "/openai/v1/images/generations"
            })
    void apiKeyHeaderSelectsAzure(String path) {
        Response response = given().header(
                        "api-key", UUID.randomUUID().toString().replace("-", ""))
                .contentType("application/json")
                .body(OpenAiClient.body("p"))
                .post(path);

        assertDialect(response, "azure");
    }

    @Test
    void servesContract() {
        given().get("/_darkroom/contract/openai.yaml").then().statusCode(200);
    }

    private static RequestSpecification keyed(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static Response generate(RequestSpecification request, String prefix) {
        return request.contentType("application/json")
                .body(OpenAiClient.body("p"))
                .post(prefix + "/v1/images/generations");
    }

    private static void assertDialect(Response response, String dialect) {
        assertThat(response.header("Darkroom-Dialect")).isEqualTo(dialect);
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
