package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireTest
class CreateIT {

    private static final String EDIT = "openai-gpt-image-1-5-image-to-image-high";
    private static final String TEXT = "openai-gpt-image-1-5-text-to-image-medium";
    private static final String GPT_IMAGE_2_EDIT = "gpt-image-2-image-to-image";

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|'model' is required.",
                "{\"model\":null,\"input\":{\"prompt\":\"p\"}}|'model' is required.",
                "{\"model\":\"\",\"input\":{\"prompt\":\"p\"}}|'model' is required.",
                "{\"model\":5,\"input\":{\"prompt\":\"p\"}}|'model' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2-text-to-image\"}|'input' is required.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"prompt\":\"p\"}|'input' is required.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"input\":null}|'input' is required.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"input\":\"p\"}|'input' is invalid. It must be an object.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"input\":{}}|'prompt' is required.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"input\":{\"prompt\":\"\"}}|'prompt' is required.",
                "{\"model\":\"openai-gpt-image-1-5-text-to-image-medium\",\"input\":{}}|'prompt' is required.",
                "{\"model\":\"openai-gpt-image-1-5-text-to-image-medium\",\"input\":{\"prompt\":[]}}|'prompt' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"input\":{\"prompt\":5}}|'prompt' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"callBackUrl\":5,\"input\":{\"prompt\":\"p\"}}|'callBackUrl' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"callBackUrl\":\"mailto:a@b\",\"input\":{\"prompt\":\"p\"}}|'callBackUrl' is invalid. It must be an http or https URL."
            })
    @Documented(
            dialect = "aigenerate",
            rule = "an invalid field is refused with 422, and named after the text of the code",
            value = "providers/aigenerate.md §5: 422, validation error",
            certainty = Certainty.INFERRED,
            of = "422",
            negativeTest = "treatsNullAsMissing")
    @Documented(
            dialect = "aigenerate",
            rule = "model is a required string",
            value = "providers/aigenerate.md §2: model",
            certainty = Certainty.INFERRED,
            of = "RequestFields.model",
            negativeTest = "ExamplesIT.chargesDocumentedPrice",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "input is a required object, and its prompt a required string",
            value = "providers/aigenerate.md §2: input, prompt",
            certainty = Certainty.INFERRED,
            of = {"OneFiveInput.prompt", "TwoInput.prompt"},
            negativeTest = "InputIT.limitsPromptLengthAndReferenceCount",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "callBackUrl is an http or https URL",
            value = "providers/aigenerate.md §2: callBackUrl; that other schemes are refused is an assumption",
            certainty = Certainty.INFERRED,
            of = "RequestFields.callBackUrl",
            negativeTest = "WebhookIT.sendsRecordOfTask",
            witness = "ai-sprite-image-generator 1.0.7")
    void namesInvalidBodyField(String body, String detail) {
        assertRefused(client.create(body), 422, "validation error: " + detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gpt-image-2", "openai-gpt-image-1-5-text-to-image", "gpt-image/1.5-text-to-image", "dall-e-3"})
    @Documented(
            dialect = "aigenerate",
            rule = "an unknown model is refused with 422",
            value = "providers/aigenerate.md §5: model is not supported",
            certainty = Certainty.INFERRED,
            of = {"422", "RequestFields.model"},
            negativeTest = "ExamplesIT.chargesDocumentedPrice",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "there are no models other than GPT Image, and kie.ai's name of GPT Image 1.5 is unknown",
            value = "seeds/003: FAQ, 288 models",
            certainty = Certainty.SCOPE,
            of = "RequestFields.model",
            negativeTest = "ExamplesIT.chargesDocumentedPrice")
    void rejectsUnknownModel(String model) {
        assertRefused(client.createFrom(model, "\"prompt\":\"p\""), 422, "model is not supported: '" + model + "'");
    }

    @Test
    void rejectsInactiveModel() {
        client.changeSandbox("{\"inactive_models\":[\"" + AiGenerateClient.MODEL + "\"]}");

        assertRefused(client.create(), 422, "model is not supported: '" + AiGenerateClient.MODEL + "'");
        client.createFrom(TEXT, "\"prompt\":\"p\"").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "openai-gpt-image-2-text-to-image, , 4.29",
        "openai-gpt-image-2-text-to-image, 1K, 4.29",
        "openai-gpt-image-2-image-to-image, 2K, 7.14",
        "gpt-image-2-text-to-image, 4K, 11.43",
        "gpt-image-2-image-to-image, 4K, 11.43"
    })
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 2 has two names of kie.ai, and two that follow the pattern of the page's names",
            value = "providers/aigenerate.md §1.1: no slug is known, possible names",
            certainty = Certainty.INFERRED,
            of = "RequestFields.model",
            negativeTest = "rejectsUnknownModel",
            witness = "kie-ai-mcp-server 5.0.0, ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 2 costs 4.29 credits at 1K, 7.14 at 2K and 11.43 at 4K",
            value = "providers/aigenerate.md §2: kie.ai's prices, at $0.007 per credit",
            certainty = Certainty.INFERRED,
            of = "TwoInput.resolution",
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "resolution is 1K by default",
            value = "providers/aigenerate.md §2: input for GPT Image 2",
            certainty = Certainty.INFERRED,
            of = "TwoInput.resolution",
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "a warning says that no page names these models",
            value = "darkroom.aigenerate.aliases",
            certainty = Certainty.SCOPE,
            negativeTest = "ExamplesIT.acceptsPageExampleWithoutWarning")
    void acceptsGptImage2AliasesWithWarning(String model, String resolution, String charged) {
        String input = resolution == null ? "" : ",\"aspect_ratio\":\"16:9\",\"resolution\":\"" + resolution + "\"";

        Response created = client.createFrom(model, "\"prompt\":\"p\"" + input);

        created.then().statusCode(200).header("X-AI-Credits-Charged", charged);
        assertThat(client.balance()).isEqualByComparingTo(new BigDecimal("1428.57").subtract(new BigDecimal(charged)));
        assertThat(created.header("Darkroom-Warning"))
                .isEqualTo("No page of the vendor names the model `" + model + "`; see darkroom.aigenerate.aliases");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "unknown fields, and fields that the model does not have, are ignored",
            value = "providers/aigenerate.md §2: the fields; no page says that others are refused",
            certainty = Certainty.INFERRED,
            negativeTest = "namesInvalidBodyField")
    @Documented(
            dialect = "aigenerate",
            rule = "param leaves ignored fields out",
            value = "a choice, because no page shows a request with unknown fields",
            certainty = Certainty.INFERRED,
            of = "UnfinishedTask.param",
            negativeTest = "paramRepeatsRequest")
    @Documented(
            dialect = "aigenerate",
            rule = "warnings name ignored fields, and suggest what was meant",
            value = "design: warnings for parts of a request that have no effect",
            certainty = Certainty.SCOPE,
            negativeTest = "treatsNullAsMissing")
    void ignoresUnsupportedFieldsWithWarnings() {
        Response created = client.create(
                "{\"model\":\"" + TEXT + "\",\"callback_url\":\"x\",\"prompt\":\"top\",\"input\":{"
                        + "\"prompt\":\"p\",\"size\":\"1024x1024\",\"promt\":1,\"input_urls\":5,\"resolution\":\"2K\"}}");

        created.then().statusCode(200);
        assertThat(created.headers().getValues("Darkroom-Warning"))
                .containsExactly(
                        "`callback_url` is not a field of the request body; did you mean `callBackUrl`?",
                        "`prompt` is not a field of the request body; did you mean `input.prompt`?",
                        "`size` is not a field of input; did you mean `aspect_ratio`?",
                        "`promt` is not a field of input; did you mean `prompt`?",
                        "`input_urls` is ignored because it is a field of image-to-image models only",
                        "`resolution` is ignored because it is a field of GPT Image 2 only");
        assertThat(client.task(AiGenerateClient.taskId(created)).getString("param"))
                .isEqualTo(AiGenerateClient.body(TEXT, "\"prompt\":\"p\""));
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "null counts as missing",
            value = "no page has a null in a request",
            certainty = Certainty.INFERRED,
            of = {"RequestFields.callBackUrl", "OneFiveInput.aspect_ratio", "OneFiveInput.quality", "References.*"},
            negativeTest = "namesInvalidBodyField",
            witness = "ai-sprite-image-generator 1.0.7")
    void treatsNullAsMissing() {
        client.create("{\"model\":\"" + EDIT
                        + "\",\"callBackUrl\":null,\"input\":{\"prompt\":\"p\",\"aspect_ratio\":null,"
                        + "\"quality\":null,\"input_urls\":null,\"image_urls\":null}}")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "param is a string that holds the request as JSON, in every state",
            value = "providers/aigenerate.md §3: param",
            certainty = Certainty.INFERRED,
            of = {"UnfinishedTask.param", "SucceededTask.param", "FailedTask.param"},
            negativeTest = "ignoresUnsupportedFieldsWithWarnings")
    void paramRepeatsRequest() {
        String body =
                "{\"model\":\"gpt-image-2-image-to-image\",\"input\":{\"aspect_ratio\":\"3:4\",\"prompt\":\"a \\\"fox\\\" é\","
                        + "\"input_urls\":[\"https://e.com/a.png\"],\"resolution\":\"2K\"}}";
        String task = AiGenerateClient.taskId(client.create(body));
        String failedTask = AiGenerateClient.taskId(client.create(body));
        assertThat(client.task(task).getString("param")).isEqualTo(body);

        client.fail(failedTask);
        client.advance("2s");

        assertThat(client.task(failedTask).getString("param")).isEqualTo(body);
        assertThat(client.task(task).getString("param")).isEqualTo(body);
    }
}
