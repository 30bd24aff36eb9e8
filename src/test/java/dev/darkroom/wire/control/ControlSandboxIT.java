package dev.darkroom.wire.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control API reads and sets the account state that errors depend on. */
@WireTest
class ControlSandboxIT {

    static final String FULL_STATE = """
            {"credits":7.5,"key_status":"disabled","allowed_ips":["10.0.0.0/8"],
             "rate_limit":{"requests":20,"window":"10s"},"poll_rate_limit":{"requests":5,"window":"PT1S"},
             "spend_limits":{"hourly":10,"daily":20.5,"total":null,"windows":"calendar"},
             "inactive_models":["gpt-image-2"],
             "webhooks":[{"url":" http://localhost:9000/hook","secret":"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}]}""";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void startsWithoutLimits() {
        assertState(
                client.control("GET", "/sandbox", ""),
                "{\"key_status\":\"active\",\"allowed_ips\":[],\"rate_limit\":null,\"poll_rate_limit\":null,"
                        + "\"spend_limits\":null,\"inactive_models\":[],\"webhooks\":[]}");
    }

    @Test
    void returnsStateAsItWasSet() {
        JsonPath sandbox = client.changeSandbox(FULL_STATE);

        assertThat(sandbox.getString("credits")).isEqualTo("7.5");
        assertState(
                sandbox,
                "{\"key_status\":\"disabled\",\"allowed_ips\":[\"10.0.0.0/8\"],"
                        + "\"rate_limit\":{\"requests\":20,\"window\":\"PT10S\"},"
                        + "\"poll_rate_limit\":{\"requests\":5,\"window\":\"PT1S\"},"
                        + "\"spend_limits\":{\"hourly\":10,\"daily\":20.5,\"total\":null,\"windows\":\"calendar\"},"
                        + "\"inactive_models\":[\"gpt-image-2\"],"
                        + "\"webhooks\":[{\"url\":\"http://localhost:9000/hook\",\"secret\":\"whsec_MfK…aSw\",\"events\":null}]}");
    }

    @Test
    void keepsFieldsThatAreNotSet() {
        client.changeSandbox(FULL_STATE);

        JsonPath sandbox = client.changeSandbox("{\"key_status\":\"active\"}");

        assertThat(sandbox.getString("credits")).isEqualTo("7.5");
        assertThat(sandbox.getString("key_status")).isEqualTo("active");
        assertThat(sandbox.getInt("rate_limit.requests")).isEqualTo(20);
    }

    @Test
    void removesLimitOnNull() {
        client.changeSandbox(FULL_STATE);

        JsonPath sandbox = client.changeSandbox("{\"rate_limit\":null,\"poll_rate_limit\":null,\"spend_limits\":null}");

        assertThat(sandbox.<Object>get("rate_limit")).isNull();
        assertThat(sandbox.<Object>get("poll_rate_limit")).isNull();
        assertThat(sandbox.<Object>get("spend_limits")).isNull();
        assertThat(sandbox.getString("key_status")).isEqualTo("disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void removesWebhooks(String none) {
        client.changeSandbox(FULL_STATE);

        JsonPath sandbox = client.changeSandbox("{\"webhooks\":" + none + "}");

        assertThat(sandbox.getList("webhooks")).isEmpty();
    }

    @Test
    void acceptsAtMostSixteenWebhooks() {
        String webhook =
                "{\"url\":\"http://localhost/\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\",\"events\":[]}";

        assertThat(client.changeSandbox("{\"webhooks\":[" + webhook + ("," + webhook).repeat(15) + "]}")
                        .getList("webhooks"))
                .hasSize(16);
        client.request()
                .body("{\"webhooks\":[" + webhook + ("," + webhook).repeat(16) + "]}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(400)
                .body(
                        "error.message",
                        equalTo("'webhooks' is invalid. It must be a list of at most 16 objects; [] for none."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"key_status\":\"off\"}|'key_status' is invalid. Use one of: active, disabled, deleted, banned.",
                "{\"key_status\":null}|'key_status' is invalid. Use one of: active, disabled, deleted, banned.",
                "{\"key_status\":1}|'key_status' is invalid. It must be a string.",
                "{\"rate_limit\":20}|'rate_limit' is invalid. It must be an object or null.",
                "{\"rate_limit\":{}}|'rate_limit.requests' is invalid. It must be a whole number from 1 to 100000.",
                "{\"rate_limit\":{\"requests\":0,\"window\":\"10s\"}}|'rate_limit.requests' is invalid. It must be a whole number from 1 to 100000.",
                "{\"rate_limit\":{\"requests\":1.5,\"window\":\"10s\"}}|'rate_limit.requests' is invalid. It must be a whole number from 1 to 100000.",
                "{\"rate_limit\":{\"requests\":99999999999,\"window\":\"10s\"}}|'rate_limit.requests' is invalid. It must be a whole number from 1 to 100000.",
                "{\"rate_limit\":{\"requests\":1}}|'rate_limit.window' is invalid. It must be a duration from 1ms to 3650d, such as 500ms, 30s, 24h or PT30S.",
                "{\"rate_limit\":{\"requests\":1,\"window\":\"0s\"}}|'rate_limit.window' is invalid. It must be a duration from 1ms to 3650d, such as 500ms, 30s, 24h or PT30S.",
                "{\"rate_limit\":{\"requests\":1,\"window\":60}}|'rate_limit.window' is invalid. It must be a duration from 1ms to 3650d, such as 500ms, 30s, 24h or PT30S.",
                "{\"rate_limit\":{\"requests\":1,\"window\":\"-1s\"}}|'rate_limit.window' is invalid. It must be a duration from 1ms to 3650d, such as 500ms, 30s, 24h or PT30S.",
                "{\"rate_limit\":{\"request\":1}}|'rate_limit.request' is not a field here. Use: requests, window.",
                "{\"spend_limits\":5}|'spend_limits' is invalid. It must be an object or null.",
                "{\"spend_limits\":{\"weekly\":5}}|'spend_limits.weekly' is not a field here. Use: hourly, daily, total, windows.",
                "{\"spend_limits\":{\"hourly\":-1}}|'spend_limits.hourly' is invalid. It must be a number from 0 to 1000000000 with at most three decimals.",
                "{\"spend_limits\":{\"hourly\":\"5\"}}|'spend_limits.hourly' is invalid. It must be a number from 0 to 1000000000 with at most three decimals.",
                "{\"spend_limits\":{\"windows\":\"calendar\"}}|'spend_limits' is invalid. It must have at least one of hourly, daily and total, or be null for no limit.",
                "{\"spend_limits\":{\"hourly\":1,\"windows\":\"fixed\"}}|'spend_limits.windows' is invalid. Use one of: rolling, calendar.",
                "{\"inactive_models\":\"gpt-image-2\"}|'inactive_models' is invalid. It must be a list of at most 100 strings; [] for none.",
                "{\"webhooks\":{}}|'webhooks' is invalid. It must be a list of at most 16 objects; [] for none.",
                "{\"webhooks\":[1]}|'webhooks' is invalid. It must be a list of at most 16 objects; [] for none.",
                "{\"webhooks\":[{}]}|'webhooks[0].url' is invalid. It must be an http or https URL.",
                "{\"webhooks\":[{\"url\":\"ftp://x\"}]}|'webhooks[0].url' is invalid. It must be an http or https URL.",
                "{\"webhooks\":[{\"url\":\"http://x\"}]}|'webhooks[0].secret' is invalid. It must be whsec_ and then 1 to 64 bytes in Base64.",
                "{\"webhooks\":[{\"url\":\"http://x\",\"secret\":\"whsec_no Base64\"}]}|'webhooks[0].secret' is invalid. It must be whsec_ and then 1 to 64 bytes in Base64.",
                "{\"webhooks\":[{\"uri\":\"http://x\"}]}|'webhooks[0].uri' is not a field here. Use: url, secret, events.",
                "{\"webhooks\":[{\"url\":\"http://x\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\",\"events\":1}]}|'webhooks[0].events' is invalid. It must be a list of at most 20 strings; [] for none."
            })
    void rejectsInvalidChangeWithoutApplyingAnyField(String change, String message) {
        String validAndInvalid = "{\"credits\":1," + change.substring(1);

        client.request()
                .body(validAndInvalid)
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(400)
                .body("error.message", equalTo(message));
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    private static void assertState(JsonPath sandbox, String expectedJson) {
        JsonPath expected = JsonPath.from(expectedJson);
        for (Object key : expected.getMap("").keySet()) {
            String name = key.toString();
            assertThat(sandbox.<Object>get(name)).as(name).isEqualTo(expected.get(name));
        }
    }
}
