package dev.darkroom.wire.aigenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example and the price list on the vendor's page, and the states of a task. */
@WireTest
class ExamplesIT {

    private static final String EXAMPLE = """
            {
            "model": "openai-gpt-image-1-5-image-to-image-medium",
            "input": {
            "prompt": "a red fox sitting in snow, golden hour, photographic"
            }
            }""";

    private static final String PARAM = "\\{\\\\\"model\\\\\":\\\\\"openai-gpt-image-1-5-image-to-image-medium\\\\\","
            + "\\\\\"input\\\\\":\\{\\\\\"prompt\\\\\":\\\\\"a red fox sitting in snow, golden hour, photographic\\\\\"}}";

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(dialect = "aigenerate", value = "seeds/003: Use GPT Image (OpenAI) via API, the example, unchanged")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §1: the response; its sample has no msg",
            of = "Created.*")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2: msg, and two decimals in X-AI-Credits-Charged",
            certainty = Certainty.INFERRED,
            of = "Created.msg")
    void acceptsPageExampleWithoutWarning() {
        Response created = client.create(EXAMPLE);

        created.then().statusCode(200).header("Darkroom-Warning", (String) null).header("X-AI-Credits-Charged", "4.00");
        assertThat(created.asString())
                .matches("\\{\"code\":200,\"msg\":\"success\",\"data\":\\{\"taskId\":\"task_gptimage_[0-9a-f]{32}\"}}");
        assertThat(created.contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "openai-gpt-image-1-5-image-to-image-medium, 4.00, 1424.57",
        "openai-gpt-image-1-5-text-to-image-medium, 4.00, 1424.57",
        "openai-gpt-image-1-5-text-to-image-high, 22.00, 1406.57",
        "openai-gpt-image-1-5-image-to-image-high, 22.00, 1406.57"
    })
    @Documented(
            dialect = "aigenerate",
            value = "seeds/003: variants & pricing; the first $10 are free",
            of = "RequestFields.model")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §1.1: three of the slugs, and $0.007 per credit, from the page's rows",
            certainty = Certainty.INFERRED,
            of = "RequestFields.model")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §4: the path and the format of the balance",
            certainty = Certainty.INFERRED,
            of = "Balance.*")
    void chargesDocumentedPrice(String model, String charged, String balance) {
        Response created = client.createFrom(model, "\"prompt\":\"p\"");

        created.then().statusCode(200).header("X-AI-Credits-Charged", charged);
        assertThat(client.credit().asString()).isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":" + balance + "}");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §3",
            certainty = Certainty.INFERRED,
            of = {"Record.*", "UnfinishedTask.*"})
    void unfinishedTaskHasNoResult() {
        String id = AiGenerateClient.taskId(client.create(EXAMPLE));

        assertThat(client.poll(id).asString())
                .matches(record(
                        id,
                        "waiting",
                        "\"\",\"failCode\":null,\"failMsg\":null,\"costTime\":null,\"completeTime\":null"));
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §3",
            certainty = Certainty.INFERRED,
            of = {"Record.*", "SucceededTask.*"})
    void succeededTaskHasImageUrl() {
        String id = AiGenerateClient.taskId(client.create(EXAMPLE));
        client.advance("2s");

        assertThat(client.poll(id).asString())
                .matches(record(
                        id,
                        "success",
                        "\"\\{\\\\\"resultUrls\\\\\":\\[\\\\\"http://[^/]+/files/jobs/[0-9a-f]{32}\\.png\\\\\"]}\","
                                + "\"failCode\":null,\"failMsg\":null,\"costTime\":2000,\"completeTime\":\\d{13}"));
        JsonPath task = client.task(id);
        assertThat(task.getLong("completeTime"))
                .isEqualTo(task.getLong("createTime") + 2000)
                .isEqualTo(task.getLong("updateTime"));
        assertThat(client.balance()).isEqualByComparingTo("1424.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §3",
            certainty = Certainty.INFERRED,
            of = {"Record.*", "FailedTask.*"})
    void failedTaskHasReasonAndIsRefunded() {
        String id = AiGenerateClient.taskId(client.create(EXAMPLE));
        client.fail(id);

        assertThat(client.poll(id).asString())
                .matches(record(
                        id,
                        "fail",
                        "\"\",\"failCode\":\"501\",\"failMsg\":\"generation failed\","
                                + "\"costTime\":0,\"completeTime\":\\d{13}"));
        assertThat(client.balance()).isEqualByComparingTo("1428.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §3: the states; when waiting becomes queuing is Darkroom's choice",
            certainty = Certainty.INFERRED,
            of = {"UnfinishedTask.state", "UnfinishedTask.updateTime"})
    void stateGoesFromWaitingToSuccess() {
        String id = client.createTask();
        long created = client.task(id).getLong("createTime");

        assertState(id, "waiting", created);
        client.advance("249ms");
        assertState(id, "waiting", created);
        client.advance("1ms");
        assertState(id, "queuing", created + 250);
        client.advance("249ms");
        assertState(id, "queuing", created + 250);
        client.advance("1ms");
        assertState(id, "generating", created + 500);
        client.advance("1499ms");
        assertState(id, "generating", created + 500);
        client.advance("1ms");
        assertState(id, "success", created + 2000);
    }

    @Test
    void heldTaskStaysQueuing() {
        String id = client.createTask();
        client.advance("300ms");
        client.control("POST", "/tasks/" + id + "/hold", "");
        client.advance("1h");
        assertThat(client.state(id)).isEqualTo("queuing");

        client.control("POST", "/tasks/" + id + "/release", "");
        assertThat(client.state(id)).isEqualTo("queuing");
        client.advance("200ms");
        assertThat(client.state(id)).isEqualTo("generating");
    }

    @Test
    void heldTaskStaysWaiting() {
        String id = client.createTask();
        client.advance("100ms");
        client.control("POST", "/tasks/" + id + "/hold", "");
        client.advance("1h");

        assertThat(client.state(id)).isEqualTo("waiting");
    }

    private void assertState(String id, String state, long since) {
        JsonPath task = client.task(id);
        assertThat(task.getString("state")).isEqualTo(state);
        assertThat(task.getLong("updateTime")).isEqualTo(since);
    }

    private static String record(String id, String state, String resultAndCompletion) {
        return "\\{\"code\":200,\"msg\":\"success\",\"data\":\\{\"taskId\":\"" + id
                + "\",\"model\":\"openai-gpt-image-1-5-image-to-image-medium\",\"state\":\"" + state + "\",\"param\":\""
                + PARAM + "\",\"resultJson\":" + resultAndCompletion
                + ",\"createTime\":\\d{13},\"updateTime\":\\d{13}}}";
    }
}
