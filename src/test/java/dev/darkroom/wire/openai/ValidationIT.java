package dev.darkroom.wire.openai;

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
            of = {"invalid_value", "CreateRequest.moderation"})
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
