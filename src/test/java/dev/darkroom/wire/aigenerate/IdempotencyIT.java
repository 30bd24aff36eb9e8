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

/** "Retries are idempotent via taskId" (seeds/003), under the interpretations that need no setting. */
@WireTest
class IdempotencyIT {

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a retry with the same taskId has no further effect",
            value = "seeds/003: FAQ, retries are idempotent via taskId",
            negativeTest = "ignoresUnknownTaskIdWithWarning")
    @Documented(
            dialect = "aigenerate",
            rule = "a poll can be repeated: the response is the same, and nothing is charged",
            value = "providers/aigenerate.md §7: reading (a)",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME)
    void repeatedPollsReturnSameResponse() {
        String task = client.createTask();
        client.advance("2s");

        assertThat(client.poll(task).asString()).isEqualTo(client.poll(task).asString());
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a create request with the taskId of a task of the key returns that task, without a charge",
            value = "providers/aigenerate.md §7: reading (b), an invention",
            certainty = Certainty.INFERRED,
            of = "RequestFields.taskId",
            negativeTest = "ignoresUnknownTaskIdWithWarning")
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
    @Documented(
            dialect = "aigenerate",
            rule = "a retry of a finished task needs no credits",
            value = "providers/aigenerate.md §7: reading (b), an invention",
            certainty = Certainty.INFERRED,
            of = "RequestFields.taskId",
            negativeTest = Documented.SAME)
    void retryOfFinishedTaskNeedsNoCredits() {
        String task = client.createTask();
        client.advance("2s");
        client.changeSandbox("{\"credits\":0,\"spend_limits\":{\"total\":0}}");

        assertThat(AiGenerateClient.taskId(client.create(withTaskId(task)))).isEqualTo(task);
        assertRefused(client.create(), 402);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a retry must be a valid request",
            value = "providers/aigenerate.md §7: reading (b), an invention",
            certainty = Certainty.INFERRED,
            of = "RequestFields.taskId",
            negativeTest = "retryReturnsExistingTaskWithoutCharge")
    void rejectsInvalidRetry() {
        String task = client.createTask();

        assertRefused(client.create("{\"taskId\":\"" + task + "\",\"model\":\"" + AiGenerateClient.MODEL + "\"}"), 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mine", "task_gptimage_0c0d9a527d2b4c589a513f5b7d1e88aa"})
    @Documented(
            dialect = "aigenerate",
            rule = "any other taskId is ignored, and the new task has an id of its own",
            value = "providers/aigenerate.md §7: reading (b), an invention",
            certainty = Certainty.INFERRED,
            of = "RequestFields.taskId",
            negativeTest = "retryReturnsExistingTaskWithoutCharge")
    @Documented(
            dialect = "aigenerate",
            rule = "a warning says that a taskId names no task",
            value = "design: warnings for parts of a request that have no effect",
            certainty = Certainty.SCOPE,
            negativeTest = "retryReturnsExistingTaskWithoutCharge")
    void ignoresUnknownTaskIdWithWarning(String id) {
        Response created = client.create(withTaskId(id));

        created.then().statusCode(200).header("X-AI-Credits-Charged", "4.00");
        assertThat(created.header("Darkroom-Warning"))
                .startsWith("`taskId` does not name a task of this key; a new task was created with its own id");
        assertThat(created.<String>path("data.taskId")).isNotEqualTo(id);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "the taskId of another key's task is ignored",
            value = "providers/aigenerate.md §7: a task known for this key",
            certainty = Certainty.INFERRED,
            of = "RequestFields.taskId",
            negativeTest = "retryReturnsExistingTaskWithoutCharge")
    void ignoresTaskIdOfAnotherKey() {
        String otherTask = new AiGenerateClient().createTask();

        assertThat(client.create(withTaskId(otherTask)).<String>path("data.taskId"))
                .isNotEqualTo(otherTask);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "taskId is a string",
            value = "providers/aigenerate.md §3: taskId in responses",
            certainty = Certainty.INFERRED,
            of = {"RequestFields.taskId", "422"},
            negativeTest = "retryReturnsExistingTaskWithoutCharge")
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
