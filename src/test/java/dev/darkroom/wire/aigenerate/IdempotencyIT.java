package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Retries are idempotent via taskId" (seeds/003), under both possible interpretations. */
@WireTest
class IdempotencyIT {

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(dialect = "aigenerate", value = "seeds/003: FAQ, retries are idempotent via taskId")
    void repeatedPollsReturnSameResponse() {
        String task = client.createTask();
        client.advance("2s");

        assertThat(client.poll(task).asString()).isEqualTo(client.poll(task).asString());
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §7: invented, based on one of two interpretations",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.taskId")
    void retryReturnsExistingTaskWithoutCharge() {
        String task = client.createTask();

        Response retry = client.create(withTaskId(task));

        retry.then().statusCode(200).header("X-AI-Credits-Charged", "0.00").header("Darkroom-Warning", (String) null);
        assertThat(retry.asString())
                .isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":{\"taskId\":\"" + task + "\"}}");
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).hasSize(1);
    }

    @Test
    void retryOfFinishedTaskNeedsNoCredits() {
        String task = client.createTask();
        client.advance("2s");
        client.changeSandbox("{\"credits\":0,\"spend_limits\":{\"total\":0}}");

        assertThat(AiGenerateClient.taskId(client.create(withTaskId(task)))).isEqualTo(task);
        assertRefused(client.create(), 402);
    }

    @Test
    void rejectsInvalidRetry() {
        String task = client.createTask();

        assertRefused(client.create("{\"taskId\":\"" + task + "\",\"model\":\"" + AiGenerateClient.MODEL + "\"}"), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mine", "task_gptimage_0c0d9a527d2b4c589a513f5b7d1e88aa"})
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §7, an id that is not a task of this key is ignored",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.taskId")
    void ignoresUnknownTaskIdWithWarning(String id) {
        Response created = client.create(withTaskId(id));

        created.then().statusCode(200).header("X-AI-Credits-Charged", "4.00");
        assertThat(created.header("Darkroom-Warning"))
                .isEqualTo("`taskId` does not name a task of this key; a new task was created with its own id");
        assertThat(created.<String>path("data.taskId")).isNotEqualTo(id);
    }

    @Test
    void ignoresTaskIdOfAnotherKey() {
        String otherTask = new AiGenerateClient().createTask();

        assertThat(client.create(withTaskId(otherTask)).<String>path("data.taskId"))
                .isNotEqualTo(otherTask);
    }

    @Test
    void rejectsNonStringTaskId() {
        assertRefused(
                client.create(
                        "{\"taskId\":5,\"model\":\"" + AiGenerateClient.MODEL + "\",\"input\":{\"prompt\":\"p\"}}"),
                422,
                "validation error: 'taskId' is invalid. It must be a string.");
        client.create("{\"taskId\":null,\"model\":\"" + AiGenerateClient.MODEL + "\",\"input\":{\"prompt\":\"p\"}}")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    private static String withTaskId(String id) {
        return "{\"model\":\"" + AiGenerateClient.MODEL + "\",\"taskId\":\"" + id + "\",\"input\":{\"prompt\":\"p\"}}";
    }
}
