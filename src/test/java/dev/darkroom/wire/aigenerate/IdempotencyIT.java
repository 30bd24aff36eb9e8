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
import org.junit.jupiter.params.provider.CsvSource;
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
            rule = "a retry with the same taskId has no further effect",
            value = "seeds/003: FAQ, retries are idempotent via taskId",
            negativeTest = "ignoresUnknownTaskIdWithWarning")
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
    void idMadeUpByClientIsToldOfTheSettingForIt() {
        assertThat(client.create(withTaskId("mine")).header("Darkroom-Warning"))
                .endsWith("with darkroom.aigenerate.idempotent=client-id");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a retry of a known task does not count against the rate limit",
            value = "providers/aigenerate.md §6: only new generations are limited",
            certainty = Certainty.INFERRED,
            of = "429",
            negativeTest = Documented.SAME)
    void retryDoesNotCountAgainstRateLimit() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":2,\"window\":\"10s\"}}");
        String task = client.createTask();
        for (int i = 0; i < 30; i++) {
            assertThat(AiGenerateClient.taskId(client.create(withTaskId(task)))).isEqualTo(task);
        }
        client.createTask();

        assertThat(AiGenerateClient.taskId(client.create(withTaskId(task)))).isEqualTo(task);
        assertRefused(client.create(), 429);
        assertRefused(client.create(withTaskId("mine")), 429);
        assertRefused(client.create(withTaskId(new AiGenerateClient().createTask())), 429);
    }

    /** A limit on polls also applies to retries, because a retry reads a task. */
    @Test
    void retryCountsAsPoll() {
        client.changeSandbox("{\"poll_rate_limit\":{\"requests\":1,\"window\":\"5s\"}}");
        String task = client.createTask();
        client.create(withTaskId(task)).then().statusCode(200);

        assertThat(client.create(withTaskId(task)).asString())
                .endsWith("\"data\":{\"retryAfter\":5,\"limit\":1,\"windowSeconds\":5}}");
        assertRefused(client.poll(task), 429);
        client.createTask();
    }

    @Test
    void retryStillNeedsKeyAndAddressAndGetsInjectedErrors() {
        String task = client.createTask();
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"then\":{\"error\":\"rate_limit_exceeded\"},\"when\":{\"times\":1}}]}");
        assertRefused(client.create(withTaskId(task)), 429);
        client.changeSandbox("{\"allowed_ips\":[\"203.0.113.7\"]}");
        assertRefused(client.create(withTaskId(task)), 401);
        client.changeSandbox("{\"allowed_ips\":[],\"key_status\":\"disabled\"}");
        assertRefused(client.create(withTaskId(task)), 401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"model\":\"M\",\"input\":{\"prompt\":\"q\"} | `input.prompt`",
                "\"model\":\"M\",\"input\":{\"prompt\":\"p\",\"aspect_ratio\":\"3:2\"} | `input.aspect_ratio`",
                "\"model\":\"openai-gpt-image-1-5-text-to-image-high\",\"input\":{\"prompt\":\"p\"} | `model`",
                "\"model\":\"M\",\"input\":{\"prompt\":\"q\"},\"callBackUrl\":\"http://e.com\""
                        + " | `callBackUrl`, `input.prompt`",
            })
    @Documented(
            dialect = "aigenerate",
            rule = "a retry returns the task as it is, whatever else the retry says",
            value = "providers/aigenerate.md §7: reading (b), an invention",
            certainty = Certainty.INFERRED,
            of = "RequestFields.taskId",
            negativeTest = "ignoresUnknownTaskIdWithWarning")
    @Documented(
            dialect = "aigenerate",
            rule = "a warning says in which fields a retry differs",
            value = "design: warnings for parts of a request that have no effect",
            certainty = Certainty.SCOPE,
            negativeTest = "orderOfFieldsAndNullsAreNoDifference")
    void retryThatDiffersGetsWarning(String fields, String differences) {
        String task = client.createTask();

        Response retry = client.create(
                "{\"taskId\":\"" + task + "\"," + fields.replace("\"M\"", "\"" + AiGenerateClient.MODEL + "\"") + "}");

        assertThat(AiGenerateClient.taskId(retry)).isEqualTo(task);
        assertThat(retry.header("Darkroom-Warning"))
                .isEqualTo("This retry differs in " + differences
                        + " from the request that created the task; the task keeps what the first request said");
        assertThat(retry.header("X-AI-Credits-Charged")).isEqualTo("0.00");
    }

    @Test
    void orderOfFieldsAndNullsAreNoDifference() {
        String task = client.createTask();

        client.create("{\"callBackUrl\":null,\"input\":{\"aspect_ratio\":null,\"prompt\":\"p\"},\"taskId\":\"" + task
                        + "\",\"model\":\"" + AiGenerateClient.MODEL + "\"}")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a retry of a failed task does not start it again",
            value = "providers/aigenerate.md §7: reading (b), an invention",
            certainty = Certainty.INFERRED,
            of = "RequestFields.taskId",
            negativeTest = "ignoresUnknownTaskIdWithWarning")
    @Documented(
            dialect = "aigenerate",
            rule = "a warning says that the task of a retry has failed",
            value = "design: warnings for parts of a request that have no effect",
            certainty = Certainty.SCOPE,
            negativeTest = "retryReturnsExistingTaskWithoutCharge")
    void retryOfFailedTaskGetsWarning() {
        String task = client.createTask();
        client.fail(task);

        Response retry = client.create(withTaskId(task));

        assertThat(AiGenerateClient.taskId(retry)).isEqualTo(task);
        assertThat(retry.header("Darkroom-Warning"))
                .isEqualTo("This retry names a task that has failed; it does not start again."
                        + " To try again, create a task without this `taskId`");
        assertThat(client.state(task)).isEqualTo("fail");
        assertThat(client.balance()).isEqualByComparingTo("1428.57");
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
