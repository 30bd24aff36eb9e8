package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireTest
class ControlIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void listsDialectsAndLinksInIndex() {
        JsonPath index =
                given().get("/_darkroom").then().statusCode(200).extract().jsonPath();

        assertThat(index.getString("name")).isEqualTo("Darkroom");
        assertThat(index.getList("dialects.name"))
                .containsExactly("aivideoapi", "aigenerate", "azure", "getimg", "openai", "reapi");
        given().get(index.getString("dialects[0].contract")).then().statusCode(200);
        given().get(index.getString("links.ready")).then().statusCode(200);
        given().get(index.getString("links.metrics")).then().statusCode(200);
        given().get(index.getString("links.swagger_ui")).then().statusCode(200);
    }

    @Test
    void setsCreditsAndReturnsSandbox() {
        client.createTask("\"prompt\":\"p\"");
        JsonPath sandbox = client.control("PUT", "/sandbox", "{\"credits\":50.5}");

        assertThat(sandbox.getString("credits")).isEqualTo("50.5");
        assertThat(sandbox.getString("ledger.held")).isEqualTo("2.4");
        assertThat(sandbox.getInt("tasks.pending")).isOne();
        assertThat(sandbox.getBoolean("frozen")).isTrue();
        assertThat(client.balance()).isEqualByComparingTo("50.5");
    }

    @Test
    void resetsSandbox() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.control("DELETE", "/sandbox", "");

        client.poll(task).then().statusCode(404);
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void neverReturnsWholeKey() {
        client.createTask("\"prompt\":\"p\"");
        for (String path : new String[] {"/sandbox", "/ledger", "/tasks", "/clock"}) {
            client.request().get("/_darkroom" + path).then().statusCode(200).body(not(containsString(client.key)));
        }
        given().get("/_darkroom/tasks?limit=1000").then().body(not(containsString(client.key)));
    }

    @Test
    void advancesFrozenClock() {
        Instant before = Instant.parse(client.control("GET", "/clock", "").getString("now"));
        JsonPath after = client.clock("{\"advance\":\"90s\"}");

        assertThat(Duration.between(before, Instant.parse(after.getString("now"))))
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(after.getBoolean("frozen")).isTrue();
        assertThat(client.clock("{\"resume\":true}").getBoolean("frozen")).isFalse();
    }

    @Test
    void reportsNumberOfEvents() {
        client.createTask("\"prompt\":\"p\"");
        assertThat(client.clock("{\"advance\":\"2s\"}").getInt("events")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"freeze\":false}",
                "{\"freeze\":1}",
                "{\"advance\":\"soon\"}",
                "{\"advance\":\"-5s\"}",
                "{\"advance\":5}",
                "{\"advance\":\"PT99999999H\"}",
                "{\"advance\":\"\"}",
                "{\"freeze\":true,\"advance\":\"1s\"}",
                "{\"melt\":true}"
            })
    void rejectsInvalidClockChange(String body) {
        client.request()
                .body(body)
                .post("/_darkroom/clock")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("invalid_request"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"credits\":-1}",
                "{\"credits\":\"5\"}",
                "{\"credits\":1.2345}",
                "{\"credits\":1e12}",
                "{\"credits\":1e400}",
                "{\"credits\":1e999999999}",
                "{\"credits\":1e-400}",
                "{\"credits\":null}",
                "{\"credit\":5}"
            })
    void rejectsInvalidSandboxChange(String body) {
        client.request().body(body).put("/_darkroom/sandbox").then().statusCode(400);
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void listsKnownFieldsForUnknownField() {
        client.request()
                .body("{\"credit\":5}")
                .put("/_darkroom/sandbox")
                .then()
                .body(
                        "error.message",
                        equalTo(
                                "'credit' is not a field here. Use: credits, key_status, allowed_ips, rate_limit,"
                                        + " poll_rate_limit, concurrency, spend_limits, inactive_models, webhooks, progression, pending, processing, seed."));
    }

    @Test
    void listsEveryLedgerEntry() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.fail(task);

        JsonPath ledger = client.control("GET", "/ledger", "");
        assertThat(ledger.getList("entries.kind")).containsExactly("grant", "hold", "refund");
        assertThat(ledger.getList("entries.task_id")).containsExactly(null, task, task);
        assertThat(client.control("GET", "/ledger?limit=1", "").getList("entries.kind"))
                .containsExactly("refund");
        client.request().get("/_darkroom/ledger?limit=0").then().statusCode(400);
        given().get("/_darkroom/ledger").then().statusCode(200).body("balance", not(equalTo(null)));
    }

    @Test
    void listsLedgerEntriesOfOneTask() {
        String failed = client.createTask("\"prompt\":\"p\"");
        String other = client.createTask("\"prompt\":\"p\"");
        client.fail(failed);

        JsonPath ledger = client.control("GET", "/ledger?task_id=" + failed, "");
        assertThat(ledger.getList("entries.kind")).containsExactly("hold", "refund");
        assertThat(ledger.getList("entries.task_id")).containsOnly(failed);
        assertThat(ledger.getString("held")).isEqualTo("2.4");
        assertThat(client.control("GET", "/ledger?limit=1&task_id=" + failed, "")
                        .getList("entries.kind"))
                .containsExactly("refund");
        assertThat(client.control("GET", "/ledger?task_id=" + other, "").getList("entries.kind"))
                .containsExactly("hold");
        assertThat(new AiVideoApiClient()
                        .control("GET", "/ledger?task_id=" + failed, "")
                        .getList("entries"))
                .isEmpty();
    }

    @Test
    void rejectsLedgerEntriesOfATaskWithoutKeyOrWithInvalidId() {
        client.request()
                .get("/_darkroom/ledger?task_id=7")
                .then()
                .statusCode(400)
                .body("error.message", equalTo("'task_id' is invalid. It must be the id of a task."));
        given().get("/_darkroom/ledger?task_id=" + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void rejectsRequestsFromOtherOrigins() {
        client.request()
                .header("Origin", "https://evil.example")
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(403);
        client.request()
                .header("Sec-Fetch-Site", "cross-site")
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(403);
        client.request()
                .header("Origin", TestServer.current().url())
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_darkroom/nope", "/_darkroom/contract/nope.yaml", "/q/nope"})
    void returnsJsonErrorForUnknownPath(String path) {
        given().get(path).then().statusCode(404).body("error.code", equalTo("not_found"));
    }

    @Test
    void rejectsMalformedOrMissingKey() {
        given().header("Authorization", "Basic x")
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(401);
        given().get("/_darkroom/clock").then().statusCode(401);
    }
}
