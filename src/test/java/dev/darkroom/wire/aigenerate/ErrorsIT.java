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

/** Every error code in the vendor's table, and what causes it. */
@WireTest
class ErrorsIT {

    private static final String NO_ACCESS = "You do not have access permissions";

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, invalid request",
        "401, 401, You do not have access permissions",
        "402, 402, insufficient credits",
        "404, 404, task not found",
        "422, 422, validation error",
        "455, 455, service in maintenance",
        "500, 500, server error",
        "501, 501, generation failed",
        "505, 505, feature disabled",
        "invalid_request, 400, invalid request",
        "invalid_api_key, 401, You do not have access permissions",
        "insufficient_credits, 402, insufficient credits",
        "ip_not_allowed, 401, You do not have access permissions",
        "model_not_found, 422, validation error",
        "task_not_found, 404, task not found",
        "spend_limit_exceeded, 402, insufficient credits",
        "internal_error, 500, server error",
        "upstream_error, 501, generation failed"
    })
    @Documented(
            dialect = "aigenerate",
            rule = "errors have a code of kie.ai's list, with the words of kie.ai or of a related service",
            value = "providers/aigenerate.md §5: the codes and their texts",
            certainty = Certainty.INFERRED,
            of = {"400", "401", "402", "404", "422", "455", "500", "501", "505", "Error.code", "Error.msg"},
            negativeTest = "warnsAboutUnknownCodeInTrigger")
    @Documented(
            dialect = "aigenerate",
            rule = "the HTTP status of an error equals its code",
            value = "providers/aigenerate.md §5: kie.ai has the status 200, a related service the code",
            certainty = Certainty.INFERRED,
            of = "Error.code",
            negativeTest = "ExamplesIT.acceptsPageExampleWithoutWarning",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "a trigger in the prompt produces each code, and nothing is charged",
            value = "design: triggers",
            certainty = Certainty.SCOPE,
            negativeTest = "warnsAboutUnknownCodeInTrigger")
    void triggerProducesEachErrorCode(String name, int code, String msg) {
        Response rejected = client.createFrom("\"prompt\":\"[[reject: " + name + "]]\"");

        assertRefused(rejected, code, msg);
        assertThat(rejected.header("Darkroom-Fault")).isEqualTo("reject: " + name + " in the prompt");
        assertThat(client.balance()).isEqualByComparingTo("1428.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a trigger with another code has no effect but a warning",
            value = "design: triggers",
            certainty = Certainty.SCOPE,
            negativeTest = "triggerProducesEachErrorCode")
    void warnsAboutUnknownCodeInTrigger() {
        Response created = client.createFrom("\"prompt\":\"[[reject: 418]]\"");

        created.then().statusCode(200);
        assertThat(created.header("Darkroom-Warning")).startsWith("`418` is not an error code that a trigger can name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "rate_limit_exceeded"})
    void rateLimitTriggerSetsRetryAfter(String name) {
        Response rejected = client.createFrom("\"prompt\":\"[[reject: " + name + "]]\"");

        assertThat(rejected.statusCode()).isEqualTo(429);
        assertThat(rejected.header("Retry-After")).isEqualTo("1");
        assertThat(rejected.asString())
                .isEqualTo("{\"code\":429,\"msg\":\"rate limit exceeded\","
                        + "\"data\":{\"retryAfter\":1,\"limit\":20,\"windowSeconds\":10}}");
    }

    @ParameterizedTest
    @CsvSource({
        "501, 501, generation failed",
        "400, 400, invalid request",
        "500, 500, server error",
        "upstream_error, 501, generation failed",
        "internal_error, 500, server error"
    })
    @Documented(
            dialect = "aigenerate",
            rule = "failCode is a code of the list as a string, and failMsg its text",
            value = "providers/aigenerate.md §3: failCode and failMsg",
            certainty = Certainty.INFERRED,
            of = {"FailedTask.failCode", "FailedTask.failMsg"},
            negativeTest = "ExamplesIT.succeededTaskHasImageUrl",
            witness = "kie-ai-mcp-server 5.0.0, ai-sprite-image-generator 1.0.7")
    void taskFailsWithEachCode(String name, String code, String msg) {
        String task = client.createTask("\"prompt\":\"[[fail: " + name + "]]\"");
        client.advance("2s");

        assertThat(client.task(task).getString("failCode")).isEqualTo(code);
        assertThat(client.task(task).<Object>get("failCode")).isInstanceOf(String.class);
        assertThat(client.task(task).getString("failMsg")).isEqualTo(msg);
        assertThat(client.balance()).isEqualByComparingTo("1428.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "nsfw_checker is on by default; if it is off, no content is rejected",
            value = "providers/aigenerate.md §2: input for GPT Image 2",
            certainty = Certainty.INFERRED,
            of = "TwoInput.nsfw_checker",
            negativeTest = Documented.SAME,
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 1.5 always checks the content",
            value = "providers/aigenerate.md §2: its input has no nsfw_checker",
            certainty = Certainty.INFERRED,
            negativeTest = "ExamplesIT.succeededTaskHasImageUrl",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "a task whose content is rejected fails with the code 400",
            value = "providers/kie.md §5: 400 for policy, at an older API of kie.ai",
            certainty = Certainty.INFERRED,
            of = "FailedTask.failCode",
            negativeTest = Documented.SAME,
            witness = "ai-sprite-image-generator 1.0.7")
    void disabledCheckerRejectsNothing() {
        String rejected =
                AiGenerateClient.taskId(client.createFrom(AiGenerateClient.GPT_IMAGE_2, "\"prompt\":\"[[nsfw]]\""));
        String accepted = AiGenerateClient.taskId(
                client.createFrom(AiGenerateClient.GPT_IMAGE_2, "\"prompt\":\"[[nsfw]]\",\"nsfw_checker\":false"));
        String alwaysChecked = client.createTask("\"prompt\":\"[[nsfw]]\"");
        client.advance("2s");

        assertThat(client.task(rejected).getString("failCode")).isEqualTo("400");
        assertThat(client.task(alwaysChecked).getString("failCode")).isEqualTo("400");
        assertThat(client.state(accepted)).isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa", "%00", "task_gptimage_1780000000123"})
    @Documented(
            dialect = "aigenerate",
            rule = "an unknown task, or one of another key, is 404 with the text `task not found`",
            value = "providers/aigenerate.md §3 and §5: 404, task not found",
            certainty = Certainty.INFERRED,
            of = "404",
            negativeTest = Documented.SAME)
    void reportsUnknownTaskAsNotFound(String id) {
        Response refused = client.api().urlEncodingEnabled(false).get(AiGenerateClient.RECORD + "?taskId=" + id);

        assertRefused(refused, 404, "task not found");
        String task = client.createTask();
        assertRefused(new AiGenerateClient().poll(task), 404, "task not found");
        client.poll(task).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?taskId=", "?task_id=a"})
    @Documented(
            dialect = "aigenerate",
            rule = "a poll without taskId is refused with 422",
            value = "providers/aigenerate.md §3: 400 or 422",
            certainty = Certainty.INFERRED,
            of = "422",
            negativeTest = "ExamplesIT.unfinishedTaskHasNoResult",
            witness = "openai-python 3.22.1")
    void pollRequiresTaskId(String query) {
        assertRefused(
                client.api().get(AiGenerateClient.RECORD + query), 422, "validation error: 'taskId' is required.");
    }

    @Test
    void faultRulesAcceptVendorCodes() {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"when\":{\"dialect\":\"aigenerate\",\"operation\":\"poll\"},\"then\":{\"error\":\"505\"}},"
                        + "{\"when\":{\"operation\":\"credits\"},\"then\":{\"outage\":\"1m\"}}]}");
        String task = client.createTask();

        assertRefused(client.poll(task), 505, "feature disabled");
        assertRefused(client.credit(), 455, "service in maintenance");
        client.advance("1m");
        assertThat(client.credit().statusCode()).isEqualTo(200);
    }
}
