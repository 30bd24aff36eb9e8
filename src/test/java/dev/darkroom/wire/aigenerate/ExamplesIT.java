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

/** The example and the price list on the vendor's page, and the records of tasks. */
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
    @Documented(
            dialect = "aigenerate",
            rule = "the page's example is accepted unchanged",
            value = "seeds/003: Use GPT Image (OpenAI) via API, the example",
            of = {"RequestFields.model", "OneFiveInput.prompt"},
            negativeTest = "CreateIT.namesInvalidBodyField",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "an image-to-image model needs no reference image",
            value = "providers/aigenerate.md §1.1: the page's example of such a model has none",
            certainty = Certainty.INFERRED,
            of = "References.input_urls",
            negativeTest = "SettingsIT.strictModeRequiresReferencesAndMatchingQuality",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "the key is a bearer token that begins with sk-aig-",
            value = "seeds/003: Use GPT Image (OpenAI) via API, Authorization",
            negativeTest = "RefusalsIT.rejectsMalformedKey",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "a create request returns the code 200 and a taskId",
            value = "providers/aigenerate.md §1: the create answer",
            of = {"Created.code", "Created.data.taskId"},
            negativeTest = "CreateIT.rejectsUnknownModel",
            witness = "kie-ai-mcp-server 5.0.0, ai-sprite-image-generator 1.0.7, Prism 5.16.0")
    @Documented(
            dialect = "aigenerate",
            rule = "the response also has the msg `success`",
            value = "providers/aigenerate.md §2: kie.ai's response; the vendor's sample has no msg",
            certainty = Certainty.INFERRED,
            of = "Created.msg",
            negativeTest = Documented.SAME,
            witness = "Prism 5.16.0")
    @Documented(
            dialect = "aigenerate",
            rule = "a taskId is task_gptimage_ and 32 hex digits",
            value = "providers/aigenerate.md §9: kie.ai's prefix",
            certainty = Certainty.INFERRED,
            of = "Created.data.taskId",
            negativeTest = "ErrorsIT.reportsUnknownTaskAsNotFound")
    @Documented(
            dialect = "aigenerate",
            rule = "X-AI-Credits-Charged has the charged credits",
            value = "providers/aigenerate.md §1: the response header",
            negativeTest = "CreateIT.rejectsUnknownModel")
    @Documented(
            dialect = "aigenerate",
            rule = "the charged credits have two decimals",
            value = "providers/aigenerate.md §2: like the price list",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME)
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
            rule = "medium quality costs 4.00 credits per image, high quality 22.00",
            value = "seeds/003: All 4 GPT Image (OpenAI) variants & pricing",
            of = "RequestFields.model",
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "all variants have the same endpoint, and model selects one",
            value = "seeds/003: All 4 GPT Image (OpenAI) variants & pricing",
            of = "RequestFields.model",
            negativeTest = "CreateIT.rejectsUnknownModel")
    @Documented(
            dialect = "aigenerate",
            rule = "three slugs follow the pattern of the one on the page",
            value = "providers/aigenerate.md §1.1: the slugs",
            certainty = Certainty.INFERRED,
            of = "RequestFields.model",
            negativeTest = "CreateIT.rejectsUnknownModel",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "calls are paid from a credit balance",
            value = "seeds/003: FAQ, pay per call from your credit balance",
            negativeTest = "RefusalsIT.rejectsInsufficientCreditsWithoutCharge")
    @Documented(
            dialect = "aigenerate",
            rule = "the first $10 are free",
            value = "seeds/003: FAQ, first $10 on signup",
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "$10 are 1,428.57 credits",
            value = "providers/aigenerate.md §1.1: $0.007 per credit",
            certainty = Certainty.INFERRED,
            negativeTest = "TablesTest.creditHasSameValueInBothRows")
    @Documented(
            dialect = "aigenerate",
            rule = "GET /api/v1/chat/credit returns the balance as a number",
            value = "providers/aigenerate.md §4: kie.ai's path and response",
            certainty = Certainty.INFERRED,
            of = {"Balance.code", "Balance.msg", "Balance.data"},
            negativeTest = "RefusalsIT.rejectsMissingKey",
            witness = "Prism 5.16.0")
    void chargesDocumentedPrice(String model, String charged, String balance) {
        Response created = client.createFrom(model, "\"prompt\":\"p\"");

        created.then().statusCode(200).header("X-AI-Credits-Charged", charged);
        assertThat(client.credit().asString()).isEqualTo("{\"code\":200,\"msg\":\"success\",\"data\":" + balance + "}");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "GET /api/v1/jobs/recordInfo returns the record of a task",
            value = "providers/aigenerate.md §3: kie.ai's path and response",
            certainty = Certainty.INFERRED,
            of = {"Record.code", "Record.msg", "Record.data"},
            negativeTest = "ErrorsIT.reportsUnknownTaskAsNotFound",
            witness = "kie-ai-mcp-server 5.0.0, ai-sprite-image-generator 1.0.7, Prism 5.16.0")
    @Documented(
            dialect = "aigenerate",
            rule = "an unfinished task has an empty resultJson, and null for its failure and completion",
            value = "providers/aigenerate.md §3: kie.ai's samples",
            certainty = Certainty.INFERRED,
            of = "UnfinishedTask.*",
            negativeTest = "succeededTaskHasImageUrl")
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
            rule = "a poll returns the result",
            value = "seeds/003: FAQ, async results are delivered via polling",
            negativeTest = "unfinishedTaskHasNoResult",
            witness = "kie-ai-mcp-server 5.0.0, ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "resultJson is a string that holds JSON with resultUrls",
            value = "providers/aigenerate.md §3: resultJson",
            certainty = Certainty.INFERRED,
            of = "SucceededTask.*",
            negativeTest = "unfinishedTaskHasNoResult",
            witness = "kie-ai-mcp-server 5.0.0, ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "times are Unix milliseconds, and costTime is the time from createTime to completeTime",
            value = "providers/aigenerate.md §3: kie.ai's sample",
            certainty = Certainty.INFERRED,
            of = {
                "SucceededTask.costTime",
                "SucceededTask.completeTime",
                "SucceededTask.createTime",
                "SucceededTask.updateTime"
            },
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "a task makes one image",
            value = "seeds/003: All 4 GPT Image (OpenAI) variants & pricing, the unit is per image",
            certainty = Certainty.INFERRED,
            of = "SucceededTask.resultJson",
            negativeTest = Documented.SAME)
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
            rule = "a failed task has a failCode and failMsg, and an empty resultJson",
            value = "providers/aigenerate.md §3: on fail",
            certainty = Certainty.INFERRED,
            of = "FailedTask.*",
            negativeTest = "succeededTaskHasImageUrl",
            witness = "kie-ai-mcp-server 5.0.0, ai-sprite-image-generator 1.0.7, Prism 5.16.0")
    @Documented(
            dialect = "aigenerate",
            rule = "a failed task is refunded",
            value = "providers/kie.md §4: not billed at kie.ai",
            certainty = Certainty.INFERRED,
            negativeTest = "succeededTaskHasImageUrl")
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

    private static String record(String id, String state, String resultAndCompletion) {
        return "\\{\"code\":200,\"msg\":\"success\",\"data\":\\{\"taskId\":\"" + id
                + "\",\"model\":\"openai-gpt-image-1-5-image-to-image-medium\",\"state\":\"" + state + "\",\"param\":\""
                + PARAM + "\",\"resultJson\":" + resultAndCompletion
                + ",\"createTime\":\\d{13},\"updateTime\":\\d{13}}}";
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "seeds/003: variants and pricing, 4.00 credits are $0.0280; the quotient is Darkroom's",
            certainty = Certainty.INFERRED,
            rule = "a credit is worth $0.007",
            negativeTest = "BalanceIT.responsesAboutCreditsSayWhatACreditCosts")
    void responsesSayWhatACreditCosts() {
        client.create(EXAMPLE).then().header("Darkroom-Credit-Price", "0.007 USD");
        client.credit().then().header("Darkroom-Credit-Price", "0.007 USD");
    }
}
