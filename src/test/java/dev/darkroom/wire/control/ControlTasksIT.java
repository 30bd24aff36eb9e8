package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control API completes, fails, holds, releases and lists tasks. */
@WireTest
class ControlTasksIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void holdsReleasesAndCompletesTask() {
        String task = client.createTask("\"prompt\":\"p\"");
        assertThat(perform(task, "hold").getBoolean("held")).isTrue();
        client.advance("1h");
        assertThat(client.task(task).getString("status")).isEqualTo("pending");
        assertThat(perform(task, "release").getBoolean("held")).isFalse();
        client.advance("500ms");
        assertThat(client.task(task).getString("status")).isEqualTo("processing");
        assertThat(perform(task, "complete").getString("status")).isEqualTo("completed");
        assertThat(client.control("GET", "/tasks/" + task, "").getString("outcome.status"))
                .isEqualTo("completed");
        assertThat(client.task(task).getString("status")).isEqualTo("completed");
    }

    /** A released task does not end at the instant that was planned before the hold. */
    @Test
    void hidesEndOfHeldTask() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.advance("500ms");
        JsonPath held = perform(task, "hold");
        assertThat(held.getString("starts_at")).isNotNull();
        assertThat(held.getString("ends_at")).isNull();
        assertThat(perform(task, "release").getString("ends_at")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks?state=failed", "/callbacks?status=waiting", "/ledger?offset=1", "/inbox/x?wiat=5s"})
    void rejectsUnknownQueryParameter(String path) {
        client.request()
                .get("/_darkroom" + path)
                .then()
                .statusCode(400)
                .body("error.message", containsString("is not a parameter here. Use: "));
    }

    @Test
    void failsTaskWithGivenError() {
        String task = client.createTask("\"prompt\":\"p\"");
        client.control(
                "POST", "/tasks/" + task + "/fail", "{\"code\":\"internal_error\",\"message\":\"Out of silver\"}");

        assertThat(client.task(task).getString("error.code")).isEqualTo("internal_error");
        assertThat(client.task(task).getString("error.message")).isEqualTo("Out of silver");
    }

    @ParameterizedTest
    @CsvSource({"complete", "fail", "hold", "release"})
    void rejectsActionOnFinishedTask(String action) {
        String task = client.createTask("\"prompt\":\"p\"");
        perform(task, "complete");

        client.request().post("/_darkroom/tasks/" + task + "/" + action).then().statusCode(409);
        client.request()
                .post("/_darkroom/tasks/" + UUID.randomUUID() + "/" + action)
                .then()
                .statusCode(404);
        client.request().post("/_darkroom/tasks/nonsense/" + action).then().statusCode(400);
        new AiVideoApiClient()
                .request()
                .post("/_darkroom/tasks/" + task + "/" + action)
                .then()
                .statusCode(404);
        given().post("/_darkroom/tasks/" + task + "/" + action).then().statusCode(401);
    }

    @Test
    void rejectsInvalidFailureReason() {
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
    void listsTasksByStatusAndPage() {
        String first = client.createTask("\"prompt\":\"first\"");
        String second = client.createTask("\"prompt\":\"second\"");
        perform(second, "complete");

        JsonPath page = client.control("GET", "/tasks?limit=1", "");
        assertThat(page.getList("tasks.id")).containsExactly(first);
        JsonPath next = client.control("GET", "/tasks?limit=1&cursor=" + page.getString("next_cursor"), "");
        assertThat(next.getList("tasks.id")).containsExactly(second);
        assertThat(client.control("GET", "/tasks?status=completed", "").getList("tasks.id"))
                .containsExactly(second);
        assertThat(client.control("GET", "/tasks", "").getString("next_cursor")).isNull();
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
    void rejectsInvalidListParameters(String query) {
        client.request().get("/_darkroom/tasks" + query).then().statusCode(400);
    }

    private JsonPath perform(String task, String action) {
        return client.control("POST", "/tasks/" + task + "/" + action, "");
    }
}
