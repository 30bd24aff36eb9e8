package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The required and optional fields of a request, and the error for each invalid field. */
@WireTest
class FieldsIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; model",
                "{\"model\":null,\"prompt\":\"p\"}; model",
                "{\"prompt\":\"\\ud800\"}; model",
                "{\"model\":\"gpt-image-2\"}; prompt",
                "{\"model\":\"gpt-image-2\",\"prompt\":null}; prompt",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"images\":[{}]}; images[0].url",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"images\":[{\"url\":null}]}; images[0].url"
            })
    @Documented(
            value = "providers/getimg.md §3, §5: required fields, parameter_missing",
            rule = "a missing model, prompt or URL of a reference is a parameter_missing error",
            negativeTest = "GenerationIT.needsOnlyModelAndPrompt",
            dialect = "getimg",
            of = {"parameter_missing", "CreateRequest.model", "CreateRequest.prompt", "Reference.url"},
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §5 has no text",
            rule = "the error names the missing field, such as images[0].url",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Error.error.param")
    @Documented(
            value = "no page mentions null",
            rule = "a required field that is null is missing",
            negativeTest = "GenerationIT.needsOnlyModelAndPrompt",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    void namesMissingField(String body, String param) {
        assertRefused(
                client.generate(body), 400, "parameter_missing", param, "Missing required parameter: '" + param + "'.");
    }

    @ParameterizedTest
    @CsvSource({
        "resolution, 4K",
        "resolution, 1k",
        "resolution, 2k",
        "resolution, ''",
        "aspect_ratio, 5:4",
        "aspect_ratio, 2:1",
        "aspect_ratio, auto",
        "aspect_ratio, 1x1",
        "output_format, jpg",
        "output_format, PNG",
        "output_format, gif"
    })
    @Documented(
            value = "seeds/004: FAQ, 1K and 2K across 9 aspect ratios",
            rule = "rejects a ratio that is not one of the nine, and a resolution other than 1K and 2K",
            negativeTest = "ImageIT.imageHasReportedSize",
            dialect = "getimg",
            of = {"CreateRequest.aspect_ratio", "CreateRequest.resolution"},
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §3: png, jpeg, webp",
            rule = "rejects a format other than png, jpeg and webp",
            negativeTest = "ImageIT.imageHasRequestedFormat",
            dialect = "getimg",
            of = "CreateRequest.output_format",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §5: the sample of an error",
            rule = "the error for 4K is the documented one",
            negativeTest = "ImageIT.imageHasReportedSize",
            dialect = "getimg",
            of = {
                "invalid_parameter",
                "Error.error.message",
                "Error.error.type",
                "Error.error.param",
                "Error.error.code"
            })
    @Documented(
            value = "providers/getimg.md §3: the lower-case 1k",
            rule = "values are case-sensitive, as in 1k and PNG",
            negativeTest = "ImageIT.imageHasReportedSize",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §5: the pattern of the text",
            rule = "the error for a ratio or format has the text of the one for 4K",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void reportsUnsupportedValue(String field, String value) {
        assertRefused(
                client.generateWith("\"" + field + "\":\"" + value + "\""),
                400,
                "invalid_parameter",
                field,
                "Unsupported " + field + " '" + value + "' for model 'gpt-image-2'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dall-e-3", "GPT-IMAGE-2", ""})
    @Documented(
            value = "providers/getimg.md §5: an unknown model",
            rule = "an unknown model is an invalid_parameter error",
            negativeTest = "GenerationIT.returnsImageInOneRequest",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.model",
            witness = "getimg-python 0.4.0")
    void rejectsUnknownModel(String model) {
        assertRefused(
                client.generate("{\"model\":\"" + model + "\",\"prompt\":\"p\"}"),
                400,
                "invalid_parameter",
                "model",
                "Unsupported model '" + model + "'.");
    }

    @Test
    void rejectsInactiveModel() {
        client.changeSandbox("{\"inactive_models\":[\"gpt-image-2\"]}");

        assertRefused(client.generateFrom("p"), 400, "invalid_parameter", "model", "Unsupported model 'gpt-image-2'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"prompt\":5| prompt| It must be a string.",
                "\"prompt\":\"\"| prompt| It must have 1 to 4096 characters, and has 0.",
                "\"aspect_ratio\":1| aspect_ratio| It must be a string.",
                "\"resolution\":1| resolution| It must be a string.",
                "\"output_format\":[]| output_format| It must be a string.",
                "\"images\":\"https://e.com/a.png\"| images| It must be an array of objects.",
                "\"images\":[\"https://e.com/a.png\"]| images[0]| It must be an object.",
                "\"images\":[{\"url\":5}]| images[0].url| It must be a string.",
                "\"images\":[{\"url\":\"ftp://e.com\"}]| images[0].url| It must be a publicly accessible http or https URL.",
                "\"images\":[{\"url\":\"data:image/png;base64,AAAA\"}]| images[0].url| It must be a publicly accessible http or https URL. A data: URI is accepted only if darkroom.getimg.data-uris is true.",
                "\"images\":[{\"url\":\"https://e.com/a.png\",\"role\":1}]| images[0].role| It must be a string."
            })
    @Documented(
            value = "providers/getimg.md §5: invalid_parameter, with the param",
            rule = "a field of the wrong type is an invalid_parameter error with its name",
            negativeTest = "GenerationIT.returnsImageInOneRequest",
            dialect = "getimg",
            of = {"invalid_parameter", "Error.error.param", "CreateRequest.images"})
    @Documented(
            value = "SDK getimg-python: a publicly accessible HTTPS image URL",
            rule = "rejects a reference of another scheme, such as ftp",
            negativeTest = "ReferenceFieldsIT.acceptsPublicUrl",
            dialect = "getimg",
            of = "Reference.url",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §3: 1 to 4096 characters",
            rule = "rejects an empty prompt",
            negativeTest = "GenerationIT.needsOnlyModelAndPrompt",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.prompt",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "darkroom.getimg.data-uris; newer versions of the SDK accept data URLs, the page names none",
            rule = "rejects a data URL unless darkroom.getimg.data-uris is true",
            negativeTest = "SettingsIT.acceptsDataUrl",
            dialect = "getimg",
            certainty = Certainty.SCOPE,
            of = "Reference.url",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §5 has no text",
            rule = "the error says what an invalid field must be",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Error.error.message")
    void namesInvalidField(String fields, String param, String hint) {
        assertRefused(
                client.generateWith(fields),
                400,
                "invalid_parameter",
                param,
                "Invalid value for '" + param + "'. " + hint);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §3: 1 to 4096 characters",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.prompt",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "no page says what a character is",
            rule = "an emoji is one character of the prompt",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    void limitsPromptTo4096Characters() {
        client.generateFrom("🎞".repeat(4096)).then().statusCode(200);
        assertRefused(
                client.generateFrom("🎞".repeat(4097)),
                400,
                "invalid_parameter",
                "prompt",
                "Invalid value for 'prompt'. It must have 1 to 4096 characters, and has 4097.");
    }

    @Test
    @Documented(
            value = "the order of the fields on the vendor's reference page",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void reportsFirstInvalidField() {
        String body = "{\"model\":%s,\"prompt\":%s,\"aspect_ratio\":%s,\"resolution\":%s,\"output_format\":%s,"
                + "\"images\":[1]}";
        Object[] values = {1, 1, 1, 1, 1};
        String[] valid = {"\"gpt-image-2\"", "\"p\"", "\"1:1\"", "\"1K\"", "\"png\""};
        String[] order = {"model", "prompt", "aspect_ratio", "resolution", "output_format", "images[0]"};
        for (int i = 0; i < order.length; i++) {
            client.generate(body.formatted(values)).then().statusCode(400).body("error.param", equalTo(order[i]));
            if (i < values.length) {
                values[i] = valid[i];
            }
        }
    }
}
