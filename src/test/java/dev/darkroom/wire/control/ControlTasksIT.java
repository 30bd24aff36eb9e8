package dev.darkroom.wire.control;

import static dev.darkroom.wire.target.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.target.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hand on each task. */
@WireTest
class ControlTasksIT {
    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
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

    /** When it goes on it will not be at the instants that were planned. */
    @Test
    void ofATaskThatIsHeldNobodyKnowsWhenItEnds() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.advance("500ms");
        JsonPath held = hand(task, "hold");
        assertThat(held.getString("starts_at")).isNotNull();
        assertThat(held.getString("ends_at")).isNull();
        assertThat(hand(task, "release").getString("ends_at")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks?state=failed", "/callbacks?status=waiting", "/ledger?offset=1", "/inbox/x?wiat=5s"})
    void aParameterThatDoesNothingIsRefused(String path) {
        client.request()
                .get("/_darkroom" + path)
                .then()
                .statusCode(400)
                .body("error.message", containsString("is not a parameter here. Use: "));
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
        new AiVideoApiClient()
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
        String other = new AiVideoApiClient().createTask("\"prompt\":\"p\"");
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

    private JsonPath hand(String task, String hand) {
        return client.control("POST", "/tasks/" + task + "/" + hand, "");
    }
}
