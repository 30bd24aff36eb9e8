package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authentication: keys, their status, and their allow-list. */
@WireTest
class KeyIT {

    private final ReApiClient client = new ReApiClient();

    @ParameterizedTest
    @ValueSource(strings = {"rk_live_a", "rk_live_5b0a8f52-1c3f-4a57-9f0e-7a3d3f0c2a11", "rk_live_A-b_c"})
    @Documented(
            value = "seeds/002: the example at the end of the page: Authorization: Bearer",
            dialect = "reapi",
            rule = "a request has its key in the header Authorization: Bearer",
            negativeTest = "rejectsHeaderWithoutBearerToken",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §2: rk_live_ and at least one character",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a key has one or more characters after rk_live_",
            negativeTest = "rejectsKeyWithWrongPrefix",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "a sandbox for each key",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "every key with the right prefix is valid",
            negativeTest = "reportsInactiveKeyAsRevoked")
    void acceptsKeyAsBearerToken(String key) {
        new ReApiClient(key).balance().then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §7, on the vendor's errors page",
            dialect = "reapi",
            rule = "a request without an Authorization header gets 401 and 10001",
            of = "10001",
            negativeTest = "acceptsKeyAsBearerToken",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: the page gives no text",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the text of 10001 is: Missing Authorization header",
            negativeTest = Documented.SAME)
    void rejectsMissingHeader() {
        assertRefused(given().get("/api/v1/balance"), 401, 10001, "Missing Authorization header");
        assertRefused(given().body("{").post(ReApiClient.SUBMIT), 401, 10001);
        assertRefused(given().get("/api/v1/tasks/x"), 401, 10001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic cmVhcGk6eA==", "rk_live_abc", "Bearer", "Bearer ", "Token rk_live_abc", "Bearer a b"})
    @Documented(
            value = "providers/reapi.md §7, on the vendor's errors page",
            dialect = "reapi",
            rule = "a header that is not Bearer and a key gets 401 and 10002",
            of = "10002",
            negativeTest = "acceptsKeyAsBearerToken",
            witness = "openai-python 3.22.1")
    void rejectsHeaderWithoutBearerToken(String header) {
        assertRefused(given().header("Authorization", header).get("/api/v1/balance"), 401, 10002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-abc", "rk_live_", "rk_test_abc", "RK_LIVE_abc"})
    @Documented(
            value = "providers/reapi.md §7, on the vendor's errors page; §2: rk_live_",
            dialect = "reapi",
            rule = "a key that does not begin with rk_live_ is invalid and gets 401 and 10003",
            of = "10003",
            negativeTest = "acceptsKeyAsBearerToken",
            witness = "openai-python 3.22.1")
    void rejectsKeyWithWrongPrefix(String key) {
        Response refused = new ReApiClient(key).balance();

        assertRefused(refused, 401, 10003);
        assertThat(refused.jsonPath().getString("error.message")).startsWith("Invalid API key: ");
    }

    @ParameterizedTest
    @CsvSource({"disabled", "deleted", "banned"})
    @Documented(
            value = "providers/reapi.md §7, on the vendor's errors page",
            dialect = "reapi",
            rule = "a revoked key gets 401 and 10004",
            of = "10004",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the statuses of a key are Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a disabled, a deleted and a banned key count as revoked",
            negativeTest = Documented.SAME)
    void reportsInactiveKeyAsRevoked(String status) {
        String id = ReApiClient.id(client.basic());
        client.change("\"key_status\":\"" + status + "\"");

        assertRefused(client.basic(), 401, 10004, "API key has been revoked");
        assertRefused(client.poll(id), 401, 10004, "API key has been revoked");
        assertRefused(client.balance(), 401, 10004, "API key has been revoked");
        client.change("\"key_status\":\"active\"");
        client.poll(id).then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §7: the table has 403 without a code",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the code of a 403 is 10006",
            of = "10006",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §9: no page describes an allow-list of addresses",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a key can have an allow-list of addresses",
            negativeTest = Documented.SAME)
    void rejectsAddressOutsideAllowList() {
        client.change("\"allowed_ips\":[\"10.0.0.1\"]");

        assertRefused(client.basic(), 403, 10006, "Request IP is not on the key's allowlist: 127.0.0.1");
        assertRefused(client.balance(), 403, 10006);
        client.change("\"allowed_ips\":[\"10.0.0.1\",\"127.0.0.1\"]");
        client.basic().then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_00000000000000000000000000000000",
                "task_",
                "nope",
                "00000000-0000-0000-0000-000000000000",
                "%00"
            })
    @Documented(
            value = "providers/reapi.md §5, from a test request of another project",
            dialect = "reapi",
            certainty = Certainty.MEASURED,
            rule = "an unknown task gets 404 and the text: task not found",
            negativeTest = "reportsTaskOfAnotherKeyAsNotFound")
    @Documented(
            value = "providers/reapi.md §7: the code was not recorded",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the code for an unknown task is 40001, also if the id has another form",
            of = "40001",
            negativeTest = "reportsTaskOfAnotherKeyAsNotFound",
            witness = "openai-python 3.22.1")
    void reportsUnknownTaskAsNotFound(String id) {
        assertRefused(
                client.request().urlEncodingEnabled(false).get("/api/v1/tasks/" + id), 404, 40001, "task not found");
    }

    @Test
    @Documented(
            value = "no page says whether a key sees the tasks of another",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME)
    void reportsTaskOfAnotherKeyAsNotFound() {
        String id = ReApiClient.id(client.basic());

        assertRefused(new ReApiClient().poll(id), 404, 40001);
        assertRefused(client.poll(id.substring(5)), 404, 40001);
        client.poll(id).then().statusCode(200);
    }
}
