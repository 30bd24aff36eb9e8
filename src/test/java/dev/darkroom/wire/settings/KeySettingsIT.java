package dev.darkroom.wire.settings;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings for keys: known keys, per-key defaults, trusted proxies and the order of the checks. */
@WireTest(
        settings = {
            "darkroom.keys=listed",
            "darkroom.trusted-proxies=127.0.0.1,10.0.0.0/8",
            "darkroom.sandbox.credits=300",
            "darkroom.sandbox.poll-rate-limit.requests=3",
            "darkroom.sandbox.poll-rate-limit.window=1m",
            "darkroom.sandboxes.\"sk-team-a\".credits=500",
            "darkroom.sandboxes.\"sk-team-a\".rate-limit.requests=1",
            "darkroom.sandboxes.\"sk-team-a\".rate-limit.window=10s",
            "darkroom.sandboxes.\"sk-team-a\".pending=7s",
            "darkroom.sandboxes.\"sk-team-a\".processing.min=1s",
            "darkroom.sandboxes.\"sk-team-a\".processing.max=20s",
            "darkroom.sandboxes.\"sk-team-b\".key-status=disabled",
            "darkroom.sandboxes.\"sk-team-c\".allowed-ips=203.0.113.0/24,2001:db8::/32",
            "darkroom.sandbox.spend-limits.hourly=999",
            "darkroom.sandbox.spend-limits.windows=calendar",
            "darkroom.sandboxes.\"sk-team-d\".spend-limits.hourly=2.4",
            "darkroom.sandboxes.\"sk-team-d\".poll-rate-limit.requests=4",
            "darkroom.sandboxes.\"sk-team-e\".inactive-models=gpt-image-2",
            "darkroom.aivideoapi.checks=key,model,body,ip,fault,rate,balance,spend"
        })
class KeySettingsIT {

    @AfterEach
    void deleteSandboxes() {
        for (String key : new String[] {"a", "b", "c", "d", "e"}) {
            given().header("Authorization", "Bearer sk-team-" + key).delete("/_darkroom/sandbox");
        }
    }

    @Test
    @Documented(
            value = "seeds/001: Error Reference, invalid_api_key: API key is invalid",
            rule = "a key that is not valid gets 401 invalid_api_key",
            negativeTest = "controlApiAddsAndRemovesKey",
            of = "invalid_api_key",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "darkroom.keys, a setting",
            certainty = Certainty.SCOPE,
            rule = "with darkroom.keys=listed, only listed keys are valid",
            negativeTest = "controlApiAddsAndRemovesKey")
    void rejectsUnlistedKey() {
        assertRefused(
                new AiVideoApiClient().create(),
                401,
                "invalid_api_key",
                "authentication_error",
                "API key is invalid, disabled, or deleted. The key is unknown.");
    }

    @Test
    void controlApiAddsAndRemovesKey() {
        AiVideoApiClient client = new AiVideoApiClient();
        client.request()
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(404)
                .body("error.message", startsWith("There is no sandbox for this key"));

        client.changeSandbox("{}");
        client.create().then().statusCode(200);
        assertThat(client.balance()).isEqualByComparingTo("297.6");

        client.control("DELETE", "/sandbox", "");
        assertRefused(client.create(), 401, "invalid_api_key");
    }

    @Test
    void seededSandboxUsesItsSettingsAndTheDefaults() {
        AiVideoApiClient client = new AiVideoApiClient("sk-team-a");
        client.create().then().statusCode(200);
        assertRefused(client.create(), 429, "rate_limit_exceeded");

        client.request()
                .get("/_darkroom/sandbox")
                .then()
                .body("credits", equalTo(497.6f))
                .body("rate_limit.requests", equalTo(1))
                .body("rate_limit.window", equalTo("PT10S"))
                .body("poll_rate_limit.requests", equalTo(3))
                .body("spend_limits.hourly", equalTo(999))
                .body("pending", equalTo("PT7S"))
                .body("processing.min", equalTo("PT1S"))
                .body("processing.max", equalTo("PT20S"));
    }

    @Test
    void resetRestoresSeededSettings() {
        AiVideoApiClient client = new AiVideoApiClient("sk-team-b");
        client.changeSandbox("{\"key_status\":\"active\"}");
        client.create().then().statusCode(200);

        client.control("DELETE", "/sandbox", "");

        assertRefused(client.create(), 401, "invalid_api_key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7|200|203.0.113.7",
                "2001:db8::7|200|",
                "203.0.113.7:5555|200|",
                "[2001:db8::7]|200|",
                "[2001:db8::7]:80|200|",
                "8.8.8.8:80|403|8.8.8.8",
                "2001:db9:0:0::1|403|2001:db9::1",
                "203.0.113.7, 10.1.2.3|200|",
                "203.0.113.7, 8.8.8.8|403|8.8.8.8",
                "203.0.113.7, 8.8.8.8, 10.1.2.3|403|8.8.8.8",
                "8.8.8.8, 203.0.113.7|200|",
                "10.9.9.9|403|10.9.9.9",
                "nonsense|403|127.0.0.1",
                "203.0.113.7, nonsense|403|127.0.0.1",
                "|403|127.0.0.1"
            })
    void usesLastUntrustedAddressBehindTrustedProxy(String forwardedFor, int status, String clientAddress) {
        AiVideoApiClient client = new AiVideoApiClient("sk-team-c");
        var request = client.api().contentType("application/json");
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        var response = request.body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}")
                .post("/v1/images/generations");

        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(response.jsonPath().getString("error.message"))
                    .isEqualTo("Request IP " + clientAddress + " is not in the key's allowlist.");
            boolean isInvalid = forwardedFor != null && forwardedFor.contains("nonsense");
            assertThat(response.header("Darkroom-Warning"))
                    .isEqualTo(isInvalid ? "X-Forwarded-For has an invalid address for the client of 127.0.0.1" : null);
        }
    }

    @Test
    void seedsSpendLimits() {
        AiVideoApiClient client = new AiVideoApiClient("sk-team-d");
        client.create().then().statusCode(200);
        assertThat(client.create().jsonPath().getString("error.message"))
                .startsWith("Key spend limit reached (hourly): 2.4 credits.")
                .contains(":00:00Z");
        client.request()
                .get("/_darkroom/sandbox")
                .then()
                .body("poll_rate_limit.requests", equalTo(4))
                .body("poll_rate_limit.window", equalTo("PT1M"));
    }

    @Test
    void seedsInactiveModels() {
        assertRefused(new AiVideoApiClient("sk-team-e").create(), 404, "model_not_found");
    }

    @Test
    @Documented(
            value = "darkroom.aivideoapi.checks, a setting; providers/aivideoapi.md §8",
            certainty = Certainty.SCOPE,
            rule = "a setting determines the order of the checks",
            negativeTest = "CheckOrderIT.checksKeyThenAddressThenRateThenBody")
    void runsChecksInConfiguredOrder() {
        AiVideoApiClient blocked = new AiVideoApiClient("sk-team-c");
        assertRefused(blocked.create("{\"model\":\"dall-e-3\",\"input\":1}"), 404, "model_not_found");
        assertRefused(blocked.create("{\"model\":\"gpt-image-2\",\"input\":1}"), 400, "invalid_request");
        assertRefused(blocked.create("{\"input\":1}"), 400, "invalid_request");
        assertRefused(blocked.create("{"), 400, "invalid_request");
        assertRefused(blocked.create(), 403, "ip_not_allowed");

        AiVideoApiClient brokeClient = new AiVideoApiClient("sk-team-d");
        brokeClient.changeSandbox("{\"credits\":1,\"spend_limits\":{\"total\":0}}");
        assertRefused(brokeClient.create(), 402, "insufficient_credits");
    }

    @Test
    void doesNotCountInvalidBodiesWhenRateIsCheckedLater() {
        AiVideoApiClient client = new AiVideoApiClient("sk-team-a");
        assertRefused(client.create("{}"), 400, "invalid_request");
        client.create().then().statusCode(200);
        assertRefused(client.create(), 429, "rate_limit_exceeded");
    }
}
