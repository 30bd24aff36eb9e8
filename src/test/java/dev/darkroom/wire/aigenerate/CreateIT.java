package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                "{\"model\":\"gpt-image-2-text-to-image\",\"input\":{\"prompt\":5}}|'prompt' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"callBackUrl\":5,\"input\":{\"prompt\":\"p\"}}|'callBackUrl' is invalid. It must be a string.",
                "{\"model\":\"gpt-image-2-text-to-image\",\"callBackUrl\":\"mailto:a@b\",\"input\":{\"prompt\":\"p\"}}|'callBackUrl' is invalid. It must be an http or https URL."
            })
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2: the fields; §5: 422",
            certainty = Certainty.INFERRED,
            of = {"422", "RequestFields.model", "RequestFields.callBackUrl", "OneFiveInput.prompt", "TwoInput.prompt"})
    void namesInvalidBodyField(String body, String detail) {
        assertRefused(client.create(body), 422, "validation error: " + detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"aspect_ratio\":\"16:9\"|'aspect_ratio' is invalid. Use one of: 1:1, 2:3, 3:2.",
                "\"aspect_ratio\":\"auto\"|'aspect_ratio' is invalid. Use one of: 1:1, 2:3, 3:2.",
                "\"aspect_ratio\":1|'aspect_ratio' is invalid. It must be a string.",
                "\"quality\":\"low\"|'quality' is invalid. Use one of: medium, high.",
                "\"input_urls\":\"https://e.com/a.png\"|'input_urls' is invalid. It must be an array of strings.",
                "\"input_urls\":[5]|'input_urls[0]' is invalid. It must be a string.",
                "\"input_urls\":[\"https://e.com/a.png\",\"a.png\"]|'input_urls[1]' is invalid. It must be an http or https URL.",
                "\"image_urls\":[\"data:image/png;base64,AA\"]|'image_urls[0]' is invalid. It must be an http or https URL. This API does not accept data: URIs."
            })
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2, input for GPT Image 1.5",
            certainty = Certainty.INFERRED,
            of = {"422", "OneFiveInput.*", "References.*"})
    void namesInvalidOneFiveInput(String input, String detail) {
        assertRefused(client.createFrom(EDIT, "\"prompt\":\"p\"," + input), 422, "validation error: " + detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"aspect_ratio\":\"2:1\"|'aspect_ratio' is invalid. Use one of: auto, 1:1, 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3.",
                "\"resolution\":\"2k\"|'resolution' is invalid. Use one of: 1K, 2K, 4K.",
                "\"resolution\":\"8K\"|'resolution' is invalid. Use one of: 1K, 2K, 4K.",
                "\"resolution\":\"4K\"|'aspect_ratio' is required. With 'resolution' 4K, use one of: 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3.",
                "\"resolution\":\"4K\",\"aspect_ratio\":\"1:1\"|'aspect_ratio' is invalid. With 'resolution' 4K, use one of: 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3.",
                "\"nsfw_checker\":\"yes\"|'nsfw_checker' is invalid. It must be true or false.",
                "\"input_urls\":[\"ftp://e.com/a.png\"]|'input_urls[0]' is invalid. It must be an http or https URL."
            })
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2, input for GPT Image 2; no 1:1 at 4K",
            certainty = Certainty.INFERRED,
            of = {"422", "TwoInput.*"})
    void namesInvalidTwoInput(String input, String detail) {
        assertRefused(
                client.createFrom(GPT_IMAGE_2_EDIT, "\"prompt\":\"p\"," + input), 422, "validation error: " + detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gpt-image-2", "openai-gpt-image-1-5-text-to-image", "gpt-image/1.5-text-to-image", "dall-e-3"})
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: model is not supported",
            certainty = Certainty.INFERRED,
            of = {"422", "RequestFields.model"})
    void rejectsUnknownModel(String model) {
        assertRefused(client.createFrom(model, "\"prompt\":\"p\""), 422, "model is not supported: '" + model + "'");
    }

    @Test
    void rejectsInactiveModel() {
        client.changeSandbox("{\"inactive_models\":[\"" + AiGenerateClient.MODEL + "\"]}");

        assertRefused(client.create(), 422, "model is not supported: '" + AiGenerateClient.MODEL + "'");
        client.createFrom(TEXT, "\"prompt\":\"p\"").then().statusCode(200);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2: prompt of at most 20,000, input_urls of at most 16",
            certainty = Certainty.INFERRED,
            of = {"OneFiveInput.prompt", "TwoInput.prompt", "References.input_urls"})
    void limitsPromptLengthAndReferenceCount() {
        client.createFrom(EDIT, "\"prompt\":\"" + "🎞".repeat(20_000) + "\"," + urls("input_urls", 16))
                .then()
                .statusCode(200);
        assertRefused(
                client.createFrom(TEXT, "\"prompt\":\"" + "p".repeat(20_001) + "\""),
                422,
                "validation error: 'prompt' is invalid. It has 20,001 characters; at most 20,000 are allowed.");
        assertRefused(
                client.createFrom(EDIT, "\"prompt\":\"p\"," + urls("input_urls", 17)),
                422,
                "validation error: 'input_urls' is invalid. It has 17 entries; at most 16 are allowed.");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2: image_urls is also accepted",
            certainty = Certainty.INFERRED,
            of = {"References.input_urls", "References.image_urls"})
    void acceptsReferencesUnderEitherName() {
        client.createFrom(EDIT, "\"prompt\":\"p\"," + urls("image_urls", 2))
                .then()
                .statusCode(200);
        client.createFrom(GPT_IMAGE_2_EDIT, "\"prompt\":\"p\"," + urls("input_urls", 3))
                .then()
                .statusCode(200);
        Response both =
                client.createFrom(EDIT, "\"prompt\":\"p\"," + urls("input_urls", 1) + "," + urls("image_urls", 4));

        assertThat(both.header("Darkroom-Warning"))
                .isEqualTo("`image_urls` is ignored because the request has `input_urls`");
        assertThat(client.control("GET", "/tasks", "").getList("tasks.references"))
                .containsExactly(2, 3, 1);
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
            value = "providers/aigenerate.md §1.1: possible names; §2: kie's prices, at $0.007 per credit",
            certainty = Certainty.INFERRED,
            of = {"RequestFields.model", "TwoInput.resolution"})
    void acceptsGptImage2AliasesWithWarning(String model, String resolution, String charged) {
        String input = resolution == null ? "" : ",\"aspect_ratio\":\"16:9\",\"resolution\":\"" + resolution + "\"";

        Response created = client.createFrom(model, "\"prompt\":\"p\"" + input);

        created.then().statusCode(200).header("X-AI-Credits-Charged", charged);
        assertThat(created.header("Darkroom-Warning"))
                .isEqualTo("No page of the vendor names the model `" + model + "`; see darkroom.aigenerate.aliases");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2: the quality is part of the slug",
            certainty = Certainty.INFERRED,
            of = "OneFiveInput.quality")
    void modelNameDecidesQuality() {
        Response agrees = client.createFrom(TEXT, "\"prompt\":\"p\",\"quality\":\"medium\"");
        Response differs = client.createFrom(TEXT, "\"prompt\":\"p\",\"quality\":\"high\"");

        agrees.then().statusCode(200).header("Darkroom-Warning", (String) null);
        differs.then().statusCode(200).header("X-AI-Credits-Charged", "4.00");
        assertThat(differs.header("Darkroom-Warning"))
                .isEqualTo("`quality` is ignored because the model's name says medium");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2, fields that a model does not have",
            certainty = Certainty.INFERRED)
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
    }

    @Test
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
            value = "providers/aigenerate.md §3: param is a string that holds JSON",
            certainty = Certainty.INFERRED,
            of = {"UnfinishedTask.param", "SucceededTask.param", "FailedTask.param"})
    void paramRepeatsRequest() {
        String body =
                "{\"model\":\"gpt-image-2-image-to-image\",\"input\":{\"aspect_ratio\":\"3:4\",\"prompt\":\"a \\\"fox\\\" é\","
                        + "\"input_urls\":[\"https://e.com/a.png\"],\"resolution\":\"2K\"}}";
        String task = AiGenerateClient.taskId(client.create(body));

        String param = client.task(task).getString("param");

        assertThat(param).isEqualTo(body);
    }

    private static String urls(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"https://example.com/" + i + ".png\"")
                .collect(Collectors.joining(",", "\"" + name + "\":[", "]"));
    }
}
