package dev.darkroom.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of Azure, its hosts, and the control API with such a key. */
@WireTest
class AzureKeysIT {

    private static final String ACCESS_DENIED =
            "{\"error\":{\"code\":\"401\",\"message\":\"Access denied due to invalid"
                    + " subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and"
                    + " use a correct regional API endpoint for your resource.\"}}";

    private final AzureClient client = new AzureClient();

    @Test
    @Documented(
            value = "providers/azure.md §2: api-key, or Authorization: Bearer",
            rule = "the key is in the header api-key, or a bearer token",
            negativeTest = "refusesOtherKeys",
            dialect = "azure")
    void keyIsInEitherHeader() {
        client.instant();

        assertThat(generate("api-key", client.key).statusCode()).isEqualTo(200);
        assertThat(at("x.openai.azure.com", "Authorization", "Bearer " + client.key)
                        .post(AzureClient.GENERATIONS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(generate("Authorization", "Bearer " + client.key).statusCode())
                .isEqualTo(200);
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789abcdef0123456789abcde", "sk-0123456789"})
    @Documented(
            value = "providers/azure.md §2: 401",
            rule = "a missing or wrong key is 401 with the text about the subscription key",
            negativeTest = "keyIsInEitherHeader",
            dialect = "azure",
            certainty = Certainty.MEASURED,
            of = "401")
    @Documented(
            value = "providers/azure.md §2 shows no form of a key",
            rule = "a key is any text of 32 characters or more",
            negativeTest = "keyIsInEitherHeader",
            dialect = "azure",
            certainty = Certainty.INFERRED)
    void refusesOtherKeys(String key) {
        Response refused = key.isEmpty() ? generate("Accept", "*/*") : generate("api-key", key);

        assertThat(refused.asString()).isEqualTo(ACCESS_DENIED);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("Darkroom-Warning")).contains("32 characters");
    }

    @Test
    void controlApiTakesKeyInEitherHeader() {
        client.freeze();
        client.changeSandbox("{\"credits\":7}");

        assertThat(client.server
                        .request()
                        .header("api-key", client.key)
                        .get("/_darkroom/sandbox")
                        .jsonPath()
                        .getInt("credits"))
                .isEqualTo(7);
        client.server
                .request()
                .header("api-key", client.key)
                .body("{\"credits\":8}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(200);
        assertThat(client.control("GET", "/sandbox", "").getInt("credits")).isEqualTo(8);
    }

    @Test
    @Documented(
            value = "Darkroom sets the state of a key by its prefix",
            rule = "a key that begins with darkroom-broke or darkroom-blocked is padded to 32 characters",
            negativeTest = "refusesOtherKeys",
            dialect = "azure",
            certainty = Certainty.SCOPE)
    void keyPrefixSetsState() {
        Response broke = generate("api-key", "darkroom-broke-" + AzureClient.randomKey());
        Response blocked = generate("api-key", "darkroom-blocked-" + AzureClient.randomKey());

        assertThat(broke.statusCode()).isEqualTo(429);
        assertThat(broke.<String>path("error.code")).isEqualTo("insufficient_quota");
        assertThat(blocked.statusCode()).isEqualTo(403);
        assertThat(generate("api-key", "darkroom-broke-1").asString()).isEqualTo(ACCESS_DENIED);
    }

    @ParameterizedTest
    @CsvSource({"disabled", "banned"})
    @Documented(
            value = "providers/azure.md §2 has no keys that are not active",
            rule = "a key that is not active is like one that does not exist",
            negativeTest = "keyIsInEitherHeader",
            dialect = "azure",
            certainty = Certainty.INFERRED)
    void rejectsInactiveKey(String status) {
        client.frozen().changeSandbox("{\"key_status\":\"" + status + "\"}");

        assertThat(generate("api-key", client.key).asString()).isEqualTo(ACCESS_DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.openai.azure.com", "x.services.ai.azure.com", "x.cognitiveservices.azure.com"})
    @Documented(
            value = "providers/azure.md §1: hosts",
            rule = "a resource has the hosts openai.azure.com, services.ai.azure.com and cognitiveservices.azure.com",
            negativeTest = Documented.SAME,
            dialect = "azure")
    void servesHostsOfResource(String host) {
        client.instant();
        for (String path : new String[] {AzureClient.GENERATIONS, AzureClient.GENERATIONS_OF_DEPLOYMENT}) {
            Response response =
                    at(host, "Authorization", "Bearer " + client.key).post(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.header("Darkroom-Dialect")).isEqualTo("azure");
        }
        assertThat(at("api.openai.com", "Authorization", "Bearer sk-" + client.key)
                        .post(AzureClient.GENERATIONS)
                        .header("Darkroom-Dialect"))
                .isEqualTo("openai");
    }

    private Response generate(String header, String value) {
        return client.server
                .request()
                .header(header, value)
                .contentType("application/json")
                .body(AzureClient.body())
                .post("/azure" + AzureClient.GENERATIONS_OF_DEPLOYMENT);
    }

    private RequestSpecification at(String host, String header, String value) {
        return client.server
                .request()
                .header("Host", host)
                .header(header, value)
                .contentType("application/json")
                .body(AzureClient.body());
    }
}
