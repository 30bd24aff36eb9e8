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

/** The errors for prompts, and for bodies without parameters. */
@WireTest
class PromptIT {

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

    @Test
    @Documented(
            value = "providers/openai.md §3 and §8.1: empty prompt",
            rule = "an empty prompt is an empty_string error, and one of blanks is valid",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = {"empty_string", "CreateRequest.prompt"})
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
}
