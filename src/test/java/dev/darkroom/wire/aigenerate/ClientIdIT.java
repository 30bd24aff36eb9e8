package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.settings.OtherVendorSettings;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client makes up the {@code taskId} of its create requests, so that it can retry one whose response was lost. */
@OtherVendorSettings
class ClientIdIT {

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.idempotent=client-id, an id of the client's names the task from then on",
            value = "providers/aigenerate.md §7: a client may send its own taskId",
            certainty = Certainty.SCOPE,
            of = "RequestFields.taskId",
            negativeTest = Documented.SAME)
    void retryWithIdOfClientReturnsSameTaskWithoutCharge() {
        Response first = create("order:42/e");
        first.then().header("X-AI-Credits-Charged", "4.00").header("Darkroom-Warning", (String) null);

        Response retry = create("order:42/e");

        retry.then().header("X-AI-Credits-Charged", "0.00").header("Darkroom-Warning", (String) null);
        assertThat(retry.asString()).isEqualTo(first.asString());
        assertThat(taskIds()).hasSize(1);
        assertThat(create(AiGenerateClient.taskId(first)).asString()).isEqualTo(first.asString());
        assertThat(AiGenerateClient.taskId(create("order:43"))).isNotEqualTo(AiGenerateClient.taskId(first));
        assertThat(client.balance()).isEqualByComparingTo("1420.57");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"malformed\":true}", "{\"truncate\":0.5}", "{\"reset\":0.5}"})
    void retryAfterLostResponseReturnsTheTask(String fault) {
        client.control("POST", "/faults", "{\"rules\":[{\"when\":{\"times\":1},\"then\":" + fault + "}]}");
        try {
            client.request()
                    .contentType("application/json")
                    .body(body("mine", "p"))
                    .post(AiGenerateClient.CREATE)
                    .asString();
        } catch (Exception lost) {
            assertThat(fault).doesNotContain("malformed");
        }

        String retried = AiGenerateClient.taskId(create("mine"));

        assertThat(taskIds()).containsExactly(retried);
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
        assertThat(client.control("GET", "/report", "").getList("findings.kind"))
                .doesNotContain("paid_twice");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.idempotent=client-id, the id of a refused request names no task",
            value = "there is no task to return",
            certainty = Certainty.SCOPE,
            of = "RequestFields.taskId",
            negativeTest = "retryWithIdOfClientReturnsSameTaskWithoutCharge")
    void rejectedCreateIsNotRemembered() {
        client.changeSandbox("{\"credits\":0}");
        assertRefused(create("mine"), 402);
        client.changeSandbox("{\"credits\":100}");
        client.control(
                "POST", "/faults", "{\"rules\":[{\"when\":{\"times\":1},\"then\":{\"error\":\"internal_error\"}}]}");
        assertRefused(create("mine"), 500);

        create("mine").then().header("X-AI-Credits-Charged", "4.00");
        assertThat(client.balance()).isEqualByComparingTo("96");
    }

    @Test
    void resetForgetsIds() {
        create("mine").then().statusCode(200);
        client.control("DELETE", "/sandbox", "");

        create("mine").then().header("X-AI-Credits-Charged", "4.00");
        assertThat(taskIds()).hasSize(1);
    }

    @Test
    void concurrentCreatesWithOneIdMakeOneTask() {
        client.changeSandbox("{\"rate_limit\":null}");

        List<String> created = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> AiGenerateClient.taskId(create("mine")))
                .distinct()
                .toList();

        assertThat(created).hasSize(1);
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.idempotent=client-id, a retry does not count against the rate limit",
            value = "providers/aigenerate.md §6: only new generations are limited",
            certainty = Certainty.SCOPE,
            of = "429",
            negativeTest = Documented.SAME)
    void retryWithIdOfClientDoesNotCountAgainstRateLimit() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"10s\"}}");
        String task = AiGenerateClient.taskId(create("mine"));

        assertThat(AiGenerateClient.taskId(create("mine"))).isEqualTo(task);
        assertRefused(create("other"), 429);
    }

    @Test
    void retryThatDiffersOrHasFailedGetsWarnings() {
        String task = AiGenerateClient.taskId(create("mine"));
        client.fail(task);

        Response retry = client.create(body("mine", "q"));

        assertThat(AiGenerateClient.taskId(retry)).isEqualTo(task);
        assertThat(retry.headers().getValues("Darkroom-Warning"))
                .satisfiesExactly(
                        differs -> assertThat(differs).contains("differs in `input.prompt`"),
                        failed -> assertThat(failed).contains("has failed"));
    }

    @Test
    void unknownIdOfVendorGetsWarning() {
        Response created = create("task_gptimage_0c0d9a527d2b4c589a513f5b7d1e88aa");

        assertThat(created.header("Darkroom-Warning"))
                .isEqualTo(
                        "`taskId` does not name a task of this key; a new task was created with its own id. A create request"
                                + " with this `taskId` now returns that task; a poll needs the id in this response");
        assertThat(create("task_gptimage_0c0d9a527d2b4c589a513f5b7d1e88aa").asString())
                .isEqualTo(created.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "straße", "a\\nb"})
    @Documented(
            dialect = "aigenerate",
            rule = "with darkroom.aigenerate.idempotent=client-id, taskId has 1 to 128 visible ASCII characters",
            value = "design: limits",
            certainty = Certainty.SCOPE,
            of = "RequestFields.taskId",
            negativeTest = "rejectsLongIds")
    void rejectsInvalidIds(String id) {
        assertRefused(
                create(id),
                422,
                "validation error: 'taskId' is invalid. It must have 1 to 128 visible ASCII characters.");
        assertThat(taskIds()).isEmpty();
    }

    @Test
    void rejectsLongIds() {
        assertRefused(create("x".repeat(129)), 422);
        create("x".repeat(128)).then().statusCode(200);
    }

    private Response create(String id) {
        return client.create(body(id, "p"));
    }

    private List<String> taskIds() {
        return client.control("GET", "/tasks?limit=100", "").getList("tasks.public_id");
    }

    private static String body(String id, String prompt) {
        return "{\"model\":\"" + AiGenerateClient.MODEL + "\",\"taskId\":\"" + id + "\",\"input\":{\"prompt\":\""
                + prompt + "\"}}";
    }
}
