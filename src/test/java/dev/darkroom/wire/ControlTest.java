package dev.darkroom.wire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ControlTest {

    private final Client client = new Client();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void theIndexTellsWhereEverythingIs() {
        JsonPath index =
                given().get("/_darkroom").then().statusCode(200).extract().jsonPath();

        assertThat(index.getString("name")).isEqualTo("Darkroom");
        assertThat(index.getString("dialects[0].name")).isEqualTo("aivideoapi");
        given().get(index.getString("dialects[0].contract")).then().statusCode(200);
        given().get(index.getString("links.ready")).then().statusCode(200);
        given().get(index.getString("links.metrics")).then().statusCode(200);
        given().get(index.getString("links.swagger_ui")).then().statusCode(200);
    }

    @Test
    void theSandboxIsShownAndItsBalanceSet() {
        client.createTask("\"prompt\":\"p\"");
        JsonPath sandbox = client.control("PUT", "/sandbox", "{\"credits\":50.5}");

        assertThat(sandbox.getString("credits")).isEqualTo("50.5");
        assertThat(sandbox.getString("ledger.held")).isEqualTo("2.4");
        assertThat(sandbox.getInt("tasks.pending")).isOne();
        assertThat(sandbox.getBoolean("frozen")).isTrue();
        assertThat(client.balance()).isEqualByComparingTo("50.5");
    }

    @Test
    void aResetForgetsTheSandbox() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.control("DELETE", "/sandbox", "");

        client.poll(task).then().statusCode(404);
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void noKeyIsEverShownWhole() {
        client.createTask("\"prompt\":\"p\"");
        for (String path : new String[] {"/sandbox", "/ledger", "/tasks", "/clock"}) {
            client.request().get("/_darkroom" + path).then().statusCode(200).body(not(containsString(client.key)));
        }
        given().get("/_darkroom/tasks?limit=1000").then().body(not(containsString(client.key)));
    }

    @Test
    void theClockStandsStillAndMoves() {
        Instant before = Instant.parse(client.control("GET", "/clock", "").getString("now"));
        JsonPath after = client.clock("{\"advance\":\"90s\"}");

        assertThat(Duration.between(before, Instant.parse(after.getString("now"))))
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(after.getBoolean("frozen")).isTrue();
        assertThat(client.clock("{\"resume\":true}").getBoolean("frozen")).isFalse();
    }

    @Test
    void theClockTellsHowMuchHappened() {
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
    void whatTheClockDoesNotUnderstandIsRefused(String body) {
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
    void whatTheSandboxDoesNotUnderstandIsRefused(String body) {
        client.request().body(body).put("/_darkroom/sandbox").then().statusCode(400);
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void anUnknownFieldIsToldWithTheKnownOnes() {
        client.request()
                .body("{\"credit\":5}")
                .put("/_darkroom/sandbox")
                .then()
                .body("error.message", equalTo("'credit' is not a field here. Use: credits."));
    }

    @Test
    void aTaskCanBeCompletedFailedHeldAndReleased() {
        String task = client.createTask("\"prompt\":\"p\"");
        assertThat(hand(task, "hold").getBoolean("held")).isTrue();
        client.advance("1h");
        assertThat(client.task(task).getString("status")).isEqualTo("pending");
        assertThat(hand(task, "release").getBoolean("held")).isFalse();
        client.advance("500ms");
        assertThat(client.task(task).getString("status")).isEqualTo("processing");
        assertThat(hand(task, "complete").getString("status")).isEqualTo("completed");
        assertThat(client.control("GET", "/tasks/" + task, "").getString("outcome.status"))
                .isEqualTo("completed");
        assertThat(client.task(task).getString("status")).isEqualTo("completed");
    }

    @Test
    void aTaskCanFailForAReasonOfItsOwn() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.control(
                "POST", "/tasks/" + task + "/fail", "{\"code\":\"internal_error\",\"message\":\"Out of silver\"}");

        assertThat(client.task(task).getString("error.code")).isEqualTo("internal_error");
        assertThat(client.task(task).getString("error.message")).isEqualTo("Out of silver");
    }

    @ParameterizedTest
    @CsvSource({"complete", "fail", "hold", "release"})
    void aFinishedTaskStaysAsItIs(String hand) {
        String task = client.createTask("\"prompt\":\"p\"");
        hand(task, "complete");

        client.request().post("/_darkroom/tasks/" + task + "/" + hand).then().statusCode(409);
        client.request()
                .post("/_darkroom/tasks/" + UUID.randomUUID() + "/" + hand)
                .then()
                .statusCode(404);
        client.request().post("/_darkroom/tasks/nonsense/" + hand).then().statusCode(400);
        new Client()
                .request()
                .post("/_darkroom/tasks/" + task + "/" + hand)
                .then()
                .statusCode(404);
        given().post("/_darkroom/tasks/" + task + "/" + hand).then().statusCode(401);
    }

    @Test
    void aReasonThatTheVendorDoesNotHaveIsRefused() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.request()
                .body("{\"code\":\"nope\"}")
                .post("/_darkroom/tasks/" + task + "/fail")
                .then()
                .statusCode(400);
        client.request()
                .body("{\"why\":\"nope\"}")
                .post("/_darkroom/tasks/" + task + "/fail")
                .then()
                .statusCode(400);
        assertThat(client.task(task).getString("status")).isEqualTo("pending");
    }

    @Test
    void tasksAreListedByStatusAndPage() {
        String first = client.createTask("\"prompt\":\"first\"");
        String second = client.createTask("\"prompt\":\"second\"");
        hand(second, "complete");

        JsonPath page = client.control("GET", "/tasks?limit=1", "");
        assertThat(page.getList("tasks.id")).containsExactly(first);
        JsonPath next = client.control("GET", "/tasks?limit=1&cursor=" + page.getString("next_cursor"), "");
        assertThat(next.getList("tasks.id")).containsExactly(second);
        assertThat(client.control("GET", "/tasks?status=completed", "").getList("tasks.id"))
                .containsExactly(second);
        assertThat(client.control("GET", "/tasks", "").getString("next_cursor")).isNull();
        given().get("/_darkroom/tasks?limit=1000").then().statusCode(200).body("tasks.id", hasItem(first));
    }

    @Test
    void allTasksOfTheServerAreListedPageByPage() {
        String mine = client.createTask("\"prompt\":\"p\"");
        String other = new Client().createTask("\"prompt\":\"p\"");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given().get("/_darkroom/tasks?limit=7" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("tasks.id"));
            cursor = page.getString("next_cursor") == null ? null : "&cursor=" + page.getString("next_cursor");
        }
        assertThat(seen).contains(mine, other).doesNotHaveDuplicates();
    }

    @Test
    void whoWaitsForAnInboxGoesOnWaitingWhenItIsCleared() throws Exception {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        CompletableFuture<Integer> waiter = CompletableFuture.supplyAsync(
                () -> given().get(inbox + "?wait=20s").jsonPath().getInt("requests.size()"));
        given().delete(inbox).then().statusCode(200);
        given().body("{}").post(inbox).then().statusCode(200);

        assertThat(waiter.get(15, TimeUnit.SECONDS)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=done",
                "?limit=0",
                "?limit=1001",
                "?limit=x",
                "?cursor=x",
                "?cursor=1-1-1-1-1",
                "?cursor=00000000-0000-4000-8000-000000000000"
            })
    void aListThatCannotBeIsRefused(String query) {
        client.request().get("/_darkroom/tasks" + query).then().statusCode(400);
    }

    @Test
    void theLedgerShowsEveryMovement() {
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
    void anInboxStoresWhatAnyoneSends() {
        String inbox = "/_darkroom/inbox/" + UUID.randomUUID();
        given().get(inbox + "?wait=1ms").then().body("requests.size()", equalTo(0));
        given().body("{\"a\":1}").post(inbox).then().statusCode(200);
        given().body("plain")
                .header("Authorization", "Bearer sk-secret")
                .post(inbox)
                .then()
                .statusCode(200);

        JsonPath all = given().get(inbox + "?wait=5s&count=2").jsonPath();
        assertThat(all.getInt("requests[0].body.a")).isOne();
        assertThat(all.getString("requests[1].body")).isEqualTo("plain");
        assertThat(all.prettify()).doesNotContain("sk-secret");

        given().delete(inbox).then().statusCode(200);
        given().get(inbox).then().body("requests.size()", equalTo(0));
        given().get("/_darkroom/inbox/a%20b").then().statusCode(400);
        given().get(inbox + "?wait=61s").then().statusCode(400);
        given().get(inbox + "?count=many").then().statusCode(400);
        given().get(inbox + "?count=-1").then().statusCode(400);
    }

    @Test
    void pagesOfAnotherOriginAreTurnedAway() {
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
                .header("Origin", "http://localhost:" + io.restassured.RestAssured.port)
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_darkroom/nope", "/_darkroom/contract/nope.yaml", "/q/nope"})
    void whatIsNotThereIsToldInTheEnvelope(String path) {
        given().get(path).then().statusCode(404).body("error.code", equalTo("not_found"));
    }

    @Test
    void aKeyThatCannotBeReadIsRefused() {
        given().header("Authorization", "Basic x")
                .get("/_darkroom/sandbox")
                .then()
                .statusCode(401);
        given().get("/_darkroom/clock").then().statusCode(401);
    }

    private JsonPath hand(String task, String hand) {
        return client.control("POST", "/tasks/" + task + "/" + hand, "");
    }
}
