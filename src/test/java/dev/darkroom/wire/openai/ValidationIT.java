package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.IMAGE_USER;
import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
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

/** The texts of the errors for wrong parameters. */
@WireTest
class ValidationIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"{\"prompt\":\"p\"}, model", "{\"model\":\"gpt-image-2\"}, prompt", "{}, model"})
    @Documented(
            value = "providers/openai.md §8.1: missing",
            rule = "a request without a model or a prompt is a missing_required_parameter error",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "missing_required_parameter")
    void namesMissingParameter(String body, String param) {
        assertRefused(
                client.generate(body),
                400,
                INVALID_REQUEST,
                param,
                "missing_required_parameter",
                "Missing required parameter: '" + param + "'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1\" | a string",
                "1.5 | a decimal number",
                "true | a boolean",
                "{} | an object",
                "[1] | an array"
            })
    @Documented(
            value = "providers/openai.md §8.1: wrong type",
            rule = "a value of another type is an invalid_type error that names both types",
            negativeTest = "GenerationIT.generatesSeveralImages",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "invalid_type")
    void namesTypeOfWrongValue(String value, String type) {
        assertRefused(
                client.generateWith("\"n\":" + value),
                400,
                INVALID_REQUEST,
                "n",
                "invalid_type",
                "Invalid type for 'n': expected an integer, but got " + type + " instead.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: wrong type, also null",
            rule = "a prompt that is null is an invalid_type error",
            negativeTest = "GenerationIT.resolvesParameters",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void rejectsNullPrompt() {
        assertRefused(
                client.generate("{\"model\":\"gpt-image-2\",\"prompt\":null}"),
                400,
                INVALID_REQUEST,
                "prompt",
                "invalid_type",
                "Invalid type for 'prompt': expected a string, but got null instead.");
    }

    @ParameterizedTest
    @CsvSource({
        "n, 0, below minimum, >= 1",
        "n, -1, below minimum, >= 1",
        "n, 11, above maximum, <= 10",
        "output_compression, -1, below minimum, >= 0",
        "output_compression, 101, above maximum, <= 100",
        "partial_images, -1, below minimum, >= 0",
        "partial_images, 4, above maximum, <= 3"
    })
    @Documented(
            value = "providers/openai.md §8.1: n = 0 and n = 11",
            rule = "a number outside its range is an integer_below_min_value or integer_above_max_value error",
            negativeTest = "GenerationIT.generatesSeveralImages",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = {"integer_below_min_value", "integer_above_max_value"})
    @Documented(
            value = "providers/openai.md §8.1: the middle part by pattern",
            rule = "the text for a number above its range is like that for one below it",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void namesLimitOfNumber(String param, int value, String side, String limit) {
        assertRefused(
                client.generateWith("\"" + param + "\":" + value),
                400,
                INVALID_REQUEST,
                param,
                "integer_" + (value > 0 ? "above_max" : "below_min") + "_value",
                "Invalid '" + param + "': integer " + side + " value. Expected a value " + limit + ", but got " + value
                        + " instead.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quality | ultra | 'low', 'medium', 'high', and 'auto'",
                "quality | standard | 'low', 'medium', 'high', and 'auto'",
                "quality | hd | 'low', 'medium', 'high', and 'auto'",
                "quality | xhigh | 'low', 'medium', 'high', and 'auto'",
                "output_format | gif | 'png', 'webp', and 'jpeg'",
                "output_format | jpg | 'png', 'webp', and 'jpeg'",
                "moderation | none | 'auto' and 'low'",
                "background | white | 'transparent', 'opaque', and 'auto'"
            })
    @Documented(
            value = "providers/openai.md §8.1: bad enum",
            rule = "an unknown value is an invalid_value error that lists the supported ones in the vendor's order",
            negativeTest = "GenerationIT.resolvesParameters",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "invalid_value")
    void listsSupportedValues(String param, String value, String values) {
        assertRefused(
                client.generateWith("\"" + param + "\":\"" + value + "\""),
                400,
                INVALID_REQUEST,
                param,
                "invalid_value",
                "Invalid value: '" + value + "'. Supported values are: " + values + ".");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: non-string enum",
            rule = "a value that is no string is an invalid_type error that lists the supported ones",
            negativeTest = "listsSupportedValues",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void namesTypeOfValueThatIsNoString() {
        assertRefused(
                client.generateWith("\"quality\":1"),
                400,
                INVALID_REQUEST,
                "quality",
                "invalid_type",
                "Invalid type for 'quality': expected one of 'low', 'medium', 'high', or 'auto', but got an integer"
                        + " instead.");
    }

    @ParameterizedTest
    @CsvSource({
        "response_format, null",
        "style, null",
        "response_format, `b64_json`",
        "mask, `x`",
        "images, []",
        "input_fidelity, `high`",
        "seed, 1"
    })
    @Documented(
            value = "providers/openai.md §8.1 and §3: unknown field, even null",
            rule = "a parameter that a generation does not have is an unknown_parameter error, even if it is null",
            negativeTest = "GenerationIT.resolvesParameters",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "unknown_parameter")
    void rejectsUnknownParameter(String param, String value) {
        Response refused = client.generateWith("\"" + param + "\":" + value.replace('`', '"'));

        assertRefused(refused, 400, INVALID_REQUEST, param, "unknown_parameter", "Unknown parameter: '" + param + "'.");
        assertThat(refused.header("Darkroom-Warning")).contains("`" + param + "` is not a field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complexity", "frame_count", "frame_duration_ms", "svg"})
    @Documented(
            value = "providers/openai.md §3: newer models only",
            rule = "the parameters of animations and drawings are unknown",
            negativeTest = "rejectsUnknownParameter",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsParameterOfNewerModels(String param) {
        assertRefused(client.generateWith("\"" + param + "\":null"), 400, "unknown_parameter");
    }

    @ParameterizedTest
    @CsvSource({
        "bogus, 'Expected WIDTHxHEIGHT, for example ''1824x1024''.'",
        "1500x1500, Width and height must both be divisible by 16.",
        "4096x1024, The longest edge must be less than or equal to 3840.",
        "512x512, Requested resolution is below the current minimum pixel budget.",
        "3840x3840, Requested resolution exceeds the current pixel budget."
    })
    @Documented(
            value = "providers/openai.md §8.1: size",
            rule = "a wrong size is an image_generation_user_error with the reason",
            negativeTest = "ImageSizeTest.acceptsSizeAtLimits",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void saysWhatIsWrongWithSize(String size, String reason) {
        assertRefused(
                client.generateWith("\"size\":\"" + size + "\""),
                400,
                IMAGE_USER,
                "size",
                "invalid_value",
                "Invalid size '" + size + "'. " + reason);
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: the text is unknown",
            rule = "a size with a ratio above 3:1 is an error like those of other wrong sizes",
            negativeTest = "ImageSizeTest.acceptsSizeAtLimits",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsExtremeRatio() {
        assertRefused(
                client.generateWith("\"size\":\"3840x1024\""),
                400,
                IMAGE_USER,
                "size",
                "invalid_value",
                "Invalid size '3840x1024'. The aspect ratio must be between 1:3 and 3:1.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: fixed-size model",
            rule = "gpt-image-1.5 has three sizes and auto",
            negativeTest = "ImageSizeTest.olderModelsHaveThreeSizes",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void listsSizesOfOlderModel() {
        assertRefused(
                client.generate("{\"model\":\"gpt-image-1.5\",\"prompt\":\"p\",\"size\":\"1254x836\"}"),
                400,
                INVALID_REQUEST,
                "size",
                "invalid_value",
                "Invalid value: '1254x836'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dall-e-3", "gpt-image-1", "gpt-5", ""})
    @Documented(
            value = "providers/openai.md §8.1 and §2: unknown model",
            rule = "an unknown model is an image_generation_user_error, not the 404 of chat endpoints",
            negativeTest = "GenerationIT.generatesWithEveryModel",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void rejectsUnknownModel(String model) {
        assertRefused(
                client.generate("{\"model\":\"" + model + "\",\"prompt\":\"p\"}"),
                400,
                IMAGE_USER,
                "model",
                "invalid_value",
                "The model '" + model + "' does not exist.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §3 and §8.1: empty prompt",
            rule = "an empty prompt is an empty_string error, and one of blanks is valid",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "empty_string")
    @Documented(
            value = "providers/openai.md §8.1 has no text",
            rule = "the text for an empty prompt is like that for numbers",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsEmptyPrompt() {
        assertRefused(
                client.generateFrom(""),
                400,
                INVALID_REQUEST,
                "prompt",
                "empty_string",
                "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty string"
                        + " instead.");
        client.generateFrom(" ").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/openai.md §3: prompt up to 32,000 characters",
            rule = "a prompt has at most 32000 characters",
            negativeTest = Documented.SAME,
            dialect = "openai")
    @Documented(
            value = "providers/openai.md §8.1 has no row for it",
            rule = "the error for a long prompt is string_above_max_length",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "string_above_max_length")
    void rejectsLongPrompt() {
        assertRefused(client.generateFrom("x".repeat(32_001)), 400, "string_above_max_length");
        client.generateFrom("x".repeat(32_000)).then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/openai.md §3: transparent needs png or webp",
            rule = "a transparent jpeg is refused",
            negativeTest = "GenerationIT.resolvesParameters",
            dialect = "openai")
    void rejectsTransparentJpeg() {
        Response refused = client.generateWith("\"background\":\"transparent\",\"output_format\":\"jpeg\"");

        assertRefused(refused, 400, "invalid_value");
        assertThat(refused.<String>path("error.param")).isEqualTo("background");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: the order when two faults meet",
            rule = "reports the model first, then unknown parameters, the prompt, n, and the rest",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.MEASURED)
    @Documented(
            value = "providers/openai.md §8.1: quality before output_compression, size after it",
            rule = "reports quality before output_compression, and size after it",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void reportsFirstWrongParameter() {
        assertOrder("model", "\"model\":\"x\",\"foo\":1,\"prompt\":\"\"");
        assertOrder("foo", "\"model\":\"gpt-image-2\",\"foo\":1,\"prompt\":\"\"");
        assertOrder("prompt", "\"model\":\"gpt-image-2\",\"size\":\"x\",\"n\":0,\"prompt\":\"\"");
        assertOrder("n", "\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"size\":\"x\",\"quality\":\"x\",\"n\":0");
        assertOrder(
                "quality",
                "\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"size\":\"x\",\"output_compression\":101,\"quality\":\"x\"");
        assertOrder(
                "output_compression",
                "\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"size\":\"x\",\"output_compression\":101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "nonsense"})
    @Documented(
            value = "providers/openai.md §8.1 has no row for it",
            rule = "a body that is no JSON object is an error without param and code",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsBodyThatIsNoObject(String body) {
        Response refused = client.generate(body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .startsWith("{\"error\":{\"message\":\"We could not parse the body of your request. ")
                .endsWith("\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
    }

    @Test
    void refusedRequestIsNotCharged() {
        client.generateWith("\"n\":0");
        client.generateWith("\"foo\":1");

        assertThat(client.balance()).isEqualByComparingTo("100");
        assertThat(client.taskStatuses()).isEmpty();
    }

    private void assertOrder(String param, String fields) {
        assertThat(client.generate("{" + fields + "}").<String>path("error.param"))
                .isEqualTo(param);
    }
}
