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

/** The input of each model. */
@WireTest
class InputIT {

    private static final String EDIT = "openai-gpt-image-1-5-image-to-image-high";
    private static final String TEXT = "openai-gpt-image-1-5-text-to-image-medium";
    private static final String TEXT_HIGH = "openai-gpt-image-1-5-text-to-image-high";
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
            rule = "GPT Image 1.5 has the aspect ratios 1:1, 2:3 and 3:2",
            value = "providers/aigenerate.md §2: input for GPT Image 1.5",
            certainty = Certainty.INFERRED,
            of = "OneFiveInput.aspect_ratio",
            negativeTest = "ImageIT.drawsGptImage15InExpectedSize",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "quality is medium or high",
            value = "providers/aigenerate.md §2: input for GPT Image 1.5",
            certainty = Certainty.INFERRED,
            of = "OneFiveInput.quality",
            negativeTest = "modelNameDecidesQuality",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "references are arrays of http or https URLs, and data: URIs are refused",
            value = "providers/aigenerate.md §2: input_urls; that other URLs are refused is an assumption",
            certainty = Certainty.INFERRED,
            of = "References.*",
            negativeTest = "acceptsReferencesUnderEitherName",
            witness = "ai-sprite-image-generator 1.0.7")
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
                "\"resolution\":\"4K\",\"aspect_ratio\":\"auto\"|'aspect_ratio' is invalid. With 'resolution' 4K, use one of: 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3.",
                "\"resolution\":\"4K\",\"aspect_ratio\":\"1:1\"|'aspect_ratio' is invalid. With 'resolution' 4K, use one of: 5:4, 4:3, 3:2, 16:9, 21:9, 9:16, 4:5, 3:4, 2:3.",
                "\"nsfw_checker\":\"yes\"|'nsfw_checker' is invalid. It must be true or false.",
                "\"input_urls\":[\"ftp://e.com/a.png\"]|'input_urls[0]' is invalid. It must be an http or https URL."
            })
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 2 has eleven aspect ratios",
            value = "providers/aigenerate.md §2: input for GPT Image 2, the longer of two lists",
            certainty = Certainty.INFERRED,
            of = "TwoInput.aspect_ratio",
            negativeTest = "ImageIT.drawsGptImage2InExpectedSize",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "resolution is 1K, 2K or 4K, with a capital K",
            value = "providers/aigenerate.md §2: input for GPT Image 2",
            certainty = Certainty.INFERRED,
            of = "TwoInput.resolution",
            negativeTest = "CreateIT.acceptsGptImage2AliasesWithWarning",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "1:1 is not available at 4K",
            value = "providers/aigenerate.md §2: input for GPT Image 2, no 1:1 at 4K",
            certainty = Certainty.INFERRED,
            of = {"TwoInput.aspect_ratio", "TwoInput.resolution"},
            negativeTest = "ImageIT.drawsGptImage2InExpectedSize",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "auto, which is the default, is not available at 4K",
            value = "auto is drawn as 1:1, which is not available at 4K",
            certainty = Certainty.INFERRED,
            of = {"TwoInput.aspect_ratio", "TwoInput.resolution"},
            negativeTest = "ImageIT.drawsGptImage2InExpectedSize",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "nsfw_checker is a boolean",
            value = "providers/aigenerate.md §2: input for GPT Image 2",
            certainty = Certainty.INFERRED,
            of = "TwoInput.nsfw_checker",
            negativeTest = "ErrorsIT.disabledCheckerRejectsNothing",
            witness = "ai-sprite-image-generator 1.0.7")
    void namesInvalidTwoInput(String input, String detail) {
        assertRefused(
                client.createFrom(GPT_IMAGE_2_EDIT, "\"prompt\":\"p\"," + input), 422, "validation error: " + detail);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a prompt has at most 20,000 characters, and a character outside the BMP counts once",
            value = "providers/aigenerate.md §2: kie.ai's limit for GPT Image 2; for 1.5 it is an assumption",
            certainty = Certainty.INFERRED,
            of = {"OneFiveInput.prompt", "TwoInput.prompt"},
            negativeTest = Documented.SAME,
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "a request has at most 16 references",
            value = "providers/aigenerate.md §2: input_urls of at most 16",
            certainty = Certainty.INFERRED,
            of = {"References.input_urls", "References.image_urls"},
            negativeTest = Documented.SAME,
            witness = "ai-sprite-image-generator 1.0.7")
    void limitsPromptLengthAndReferenceCount() {
        client.createFrom(TEXT, "\"prompt\":\"" + "🎞".repeat(20_000) + "\"")
                .then()
                .statusCode(200);
        assertRefused(
                client.createFrom(TEXT, "\"prompt\":\"" + "p".repeat(20_001) + "\""),
                422,
                "validation error: 'prompt' is invalid. It has 20,001 characters; at most 20,000 are allowed.");
        client.createFrom(AiGenerateClient.GPT_IMAGE_2, "\"prompt\":\"" + "p".repeat(20_000) + "\"")
                .then()
                .statusCode(200);
        assertRefused(
                client.createFrom(AiGenerateClient.GPT_IMAGE_2, "\"prompt\":\"" + "🎞".repeat(20_001) + "\""),
                422,
                "validation error: 'prompt' is invalid. It has 20,001 characters; at most 20,000 are allowed.");
        for (String name : new String[] {"input_urls", "image_urls"}) {
            client.createFrom(EDIT, "\"prompt\":\"p\"," + urls(name, 16)).then().statusCode(200);
            assertRefused(
                    client.createFrom(EDIT, "\"prompt\":\"p\"," + urls(name, 17)),
                    422,
                    "validation error: '" + name + "' is invalid. It has 17 entries; at most 16 are allowed.");
        }
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "references are named input_urls or image_urls",
            value = "providers/aigenerate.md §2: one of kie.ai's samples has image_urls",
            certainty = Certainty.INFERRED,
            of = {"References.input_urls", "References.image_urls"},
            negativeTest = "namesInvalidOneFiveInput",
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "image_urls is ignored if input_urls has entries",
            value = "a choice, because kie.ai's pages have only one of them at a time",
            certainty = Certainty.INFERRED,
            of = {"References.input_urls", "References.image_urls"},
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "a warning says that image_urls is ignored",
            value = "design: warnings for parts of a request that have no effect",
            certainty = Certainty.SCOPE,
            negativeTest = Documented.SAME)
    void acceptsReferencesUnderEitherName() {
        client.createFrom(EDIT, "\"prompt\":\"p\"," + urls("image_urls", 2))
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
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

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "the model's name decides the quality and the price",
            value = "providers/aigenerate.md §2: the quality is part of the slug",
            certainty = Certainty.INFERRED,
            of = "OneFiveInput.quality",
            negativeTest = Documented.SAME)
    @Documented(
            dialect = "aigenerate",
            rule = "a warning says that another quality is ignored",
            value = "design: warnings for parts of a request that have no effect",
            certainty = Certainty.SCOPE,
            negativeTest = Documented.SAME)
    void modelNameDecidesQuality() {
        Response agrees = client.createFrom(TEXT, "\"prompt\":\"p\",\"quality\":\"medium\"");
        Response differs = client.createFrom(TEXT, "\"prompt\":\"p\",\"quality\":\"high\"");
        Response high = client.createFrom(TEXT_HIGH, "\"prompt\":\"p\",\"quality\":\"medium\"");

        agrees.then().statusCode(200).header("Darkroom-Warning", (String) null);
        differs.then().statusCode(200).header("X-AI-Credits-Charged", "4.00");
        assertThat(differs.header("Darkroom-Warning"))
                .isEqualTo("`quality` is ignored because the model's name says medium");
        high.then().statusCode(200).header("X-AI-Credits-Charged", "22.00");
        assertThat(high.header("Darkroom-Warning"))
                .isEqualTo("`quality` is ignored because the model's name says high");
    }

    private static String urls(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"https://example.com/" + i + ".png\"")
                .collect(Collectors.joining(",", "\"" + name + "\":[", "]"));
    }
}
