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

    @Test
    @Documented(value = "providers/reapi.md §7, on the vendor's errors page", dialect = "reapi", of = "10001")
    @Documented(value = "the text", dialect = "reapi", certainty = Certainty.INFERRED)
    void rejectsMissingHeader() {
        assertRefused(given().get("/api/v1/balance"), 401, 10001, "Missing Authorization header");
        assertRefused(given().body("{").post(ReApiClient.SUBMIT), 401, 10001);
        assertRefused(given().get("/api/v1/tasks/x"), 401, 10001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic cmVhcGk6eA==", "rk_live_abc", "Bearer", "Bearer ", "Token rk_live_abc", "Bearer a b"})
    @Documented(value = "providers/reapi.md §7, on the vendor's errors page", dialect = "reapi", of = "10002")
    void rejectsHeaderWithoutBearerToken(String header) {
        assertRefused(given().header("Authorization", header).get("/api/v1/balance"), 401, 10002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-abc", "rk_live_", "rk_test_abc", "RK_LIVE_abc"})
    @Documented(value = "providers/reapi.md §7, on the vendor's errors page", dialect = "reapi", of = "10003")
    @Documented(
            value = "providers/reapi.md §2: rk_live_ and at least one character",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void rejectsKeyWithWrongPrefix(String key) {
        Response refused = new ReApiClient(key).balance();

        assertRefused(refused, 401, 10003);
        assertThat(refused.jsonPath().getString("error.message")).startsWith("Invalid API key: ");
    }

    @ParameterizedTest
    @CsvSource({"disabled", "deleted", "banned"})
    @Documented(value = "providers/reapi.md §7, on the vendor's errors page", dialect = "reapi", of = "10004")
    @Documented(
            value = "the three inactive key statuses are Darkroom's",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void reportsInactiveKeyAsRevoked(String status) {
        String id = ReApiClient.id(client.basic());
        client.change("\"key_status\":\"" + status + "\"");

        assertRefused(client.basic(), 401, 10004, "API key has been revoked");
        assertRefused(client.poll(id), 401, 10004, "API key has been revoked");
        assertRefused(client.balance(), 401, 10004, "API key has been revoked");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §7: the table has 403 without a code; the address allow-list is Darkroom's",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = "10006")
    void rejectsAddressOutsideAllowList() {
        client.change("\"allowed_ips\":[\"10.0.0.1\"]");

        assertRefused(client.basic(), 403, 10006, "Request IP is not on the key's allowlist: 127.0.0.1");
        assertRefused(client.balance(), 403, 10006);
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
            value = "providers/reapi.md §5, 404 and its text, from a test request",
            dialect = "reapi",
            certainty = Certainty.MEASURED)
    @Documented(
            value = "providers/reapi.md §7, the code",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = "40001")
    void reportsUnknownTaskAsNotFound(String id) {
        assertRefused(
                client.request().urlEncodingEnabled(false).get("/api/v1/tasks/" + id), 404, 40001, "task not found");
    }

    @Test
    void reportsTaskOfAnotherKeyAsNotFound() {
        String id = ReApiClient.id(client.basic());

        assertRefused(new ReApiClient().poll(id), 404, 40001);
        assertRefused(client.poll(id.substring(5)), 404, 40001);
        client.poll(id).then().statusCode(200);
    }
}
