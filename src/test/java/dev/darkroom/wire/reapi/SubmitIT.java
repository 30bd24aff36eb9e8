package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that both channels share, and the message for each violation. */
@WireTest
class SubmitIT {

    private static final String RATIOS =
            "Use one of: auto, 1:1, 16:9, 9:16, 4:3, 3:4, 3:2, 2:3, 5:4, 4:5, 2:1, 1:2, 21:9, 9:21.";

    private final ReApiClient client = new ReApiClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"model\":\"gpt-image-2\"}",
                "{\"model\":\"gpt-image-2-official\",\"prompt\":null}",
                "{\"prompt\":\"\"}",
                "{\"model\":\"gpt-image-2\",\"image_urls\":[\"https://example.com/a.png\"]}"
            })
    @Documented(
            value = "seeds/002: Free text, required",
            dialect = "reapi",
            rule = "a prompt is required",
            of = "Generation.prompt",
            negativeTest = "limitsPromptTo4000Characters",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: the sample of the errors page",
            dialect = "reapi",
            rule = "a request without a required parameter gets 400 and 20002",
            of = "20002",
            negativeTest = "limitsPromptTo4000Characters",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: the sample of the errors page",
            dialect = "reapi",
            rule = "an error is an object with a number of five digits, a message, and a request_id of req_ and a UUID",
            of = "Error.*",
            negativeTest = Documented.SAME,
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/reapi.md §7: texts may contain the names of parameters",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the text for a missing parameter ends with its name",
            of = "Error.error.message",
            negativeTest = Documented.SAME)
    @Documented(
            value = "seeds/002: an empty text is no free text; providers/reapi.md §3: 1 to 4000 characters",
            dialect = "reapi",
            rule = "an empty prompt counts as missing",
            certainty = Certainty.INFERRED,
            of = "Generation.prompt",
            negativeTest = "limitsPromptTo4000Characters",
            witness = "openai-python 3.22.1")
    void requiresPrompt(String body) {
        assertRefused(client.submit(body), 400, 20002, "Missing required parameter: prompt");
    }

    @Test
    void treatsEmptyModelAsMissing() {
        assertRefused(
                client.submit("{\"model\":\"\",\"prompt\":\"p\"}"), 400, 20002, "Missing required parameter: model");
        client.submit("{\"model\":null,\"prompt\":\"p\"}").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "seeds/002: Free text, at most 4000 characters; providers/reapi.md §3: 1 to 4000",
            dialect = "reapi",
            rule = "a prompt has 1 to 4000 characters",
            of = "Generation.prompt",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the usual meaning of characters",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a character of the prompt is a code point",
            of = "Generation.prompt",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void limitsPromptTo4000Characters() {
        client.basic("\"prompt\":\"p\"").then().statusCode(200);
        client.basic("\"prompt\":\"" + "p".repeat(4000) + "\"").then().statusCode(200);
        client.basic("\"prompt\":\"" + "🎞".repeat(4000) + "\"").then().statusCode(200);
        assertRefused(
                client.basic("\"prompt\":\"" + "p".repeat(4001) + "\""),
                400,
                20003,
                "Invalid parameter: prompt. It has 4001 characters; at most 4000 are allowed.");
        assertRefused(client.basic("\"prompt\":\"" + "🎞".repeat(4001) + "\""), 400, 20003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-image-1", "GPT-Image-2", "gpt-image-2 ", "gpt-image-2-beta", "dall-e-3"})
    @Documented(
            value = "seeds/002: Two variants, one endpoint",
            dialect = "reapi",
            rule = "the models are gpt-image-2 and gpt-image-2-official",
            of = {"BasicRequest.model", "OfficialRequest.model"},
            negativeTest = "ChannelIT.officialChannelAcceptsAllFieldsWithoutWarning",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: the code and the text are invented",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "an unknown model gets 400 and 20004",
            of = "20004",
            negativeTest = "ChannelIT.officialChannelAcceptsAllFieldsWithoutWarning",
            witness = "openai-python 3.22.1")
    void rejectsUnknownModel(String model) {
        assertRefused(client.submit("{\"model\":\"" + model + "\"}"), 400, 20004, "Unknown model: " + model);
    }

    @Test
    void reportsInactiveModelAsUnknown() {
        client.change("\"inactive_models\":[\"gpt-image-2-official\"]");

        assertRefused(client.official(), 400, 20004, "Unknown model: gpt-image-2-official");
        client.basic().then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"prompt\":1|prompt. It must be a string.",
                "\"prompt\":[\"p\"]|prompt. It must be a string.",
                "\"prompt\":\"a\\u0000b\"|prompt. It contains the character U+0000.",
                "\"prompt\":\"a\\ud800b\"|prompt. It contains half a surrogate pair (U+D800).",
                "\"size\":1|size. It must be a string.",
                "\"resolution\":\"1K\"|resolution. Use one of: 1k, 2k, 4k.",
                "\"resolution\":\"8k\"|resolution. Use one of: 1k, 2k, 4k.",
                "\"resolution\":2|resolution. It must be a string.",
                "\"image_urls\":\"https://e.com/a.png\"|image_urls. It must be an array of strings.",
                "\"image_urls\":[1]|image_urls[0]. It must be a string.",
                "\"image_urls\":[\"https://e.com/a.png\",null]|image_urls[1]. It must be a string.",
                "\"n\":0|n. It must be a whole number from 1 to 4.",
                "\"n\":\"1\"|n. It must be a whole number from 1 to 4."
            })
    @Documented(
            value = "providers/reapi.md §3: the types of the fields; resolution",
            dialect = "reapi",
            rule = "prompt, size and resolution are strings, image_urls is an array of strings; resolution is 1k, 2k"
                    + " or 4k",
            of = {"Generation.*", "BasicRequest.size"},
            negativeTest = "SizeIT.mapsRatioToPixelsAtEachResolution",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: other validation faults have no known code",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "an invalid field gets 400 and 20003, with the name of the field and what is allowed",
            of = {"20003", "Generation.*", "BasicRequest.size", "BasicRequest.n"},
            negativeTest = "SizeIT.mapsRatioToPixelsAtEachResolution")
    @Documented(
            value = "text without a meaning is no free text",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a prompt has no U+0000 and no half of a surrogate pair",
            of = "Generation.prompt",
            negativeTest = "limitsPromptTo4000Characters")
    void namesInvalidField(String field, String message) {
        assertRefused(client.basic(field), 400, 20003, "Invalid parameter: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3:1", "16x9", "1024X1024", "", "AUTO", "square"})
    @Documented(
            value = "providers/reapi.md §3: size",
            dialect = "reapi",
            rule = "size is auto or one of 13 ratios at the basic channel",
            of = "BasicRequest.size",
            negativeTest = "SizeIT.mapsRatioToPixelsAtEachResolution",
            witness = "openai-python 3.22.1")
    void rejectsUnknownRatio(String size) {
        assertRefused(client.basic("\"size\":\"" + size + "\""), 400, 20003, "Invalid parameter: size. " + RATIOS);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §9: no page describes callbacks, nor the reaction to unknown fields",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a field that no page describes is ignored, also callback_url",
            negativeTest = "namesInvalidField",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "a warning of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a warning names each unknown field, and the field that may be meant",
            negativeTest = "treatsNullAsMissing")
    void ignoresUnknownFieldWithWarning() {
        Response response = client.basic(
                "\"aspect_ratio\":\"1:1\"",
                "\"promt\":1",
                "\"callback_url\":\"https://e.com\"",
                "\"zzz\":{\"deep\":[1]}");

        response.then().statusCode(200);
        assertThat(response.headers().getValues("Darkroom-Warning"))
                .containsExactly(
                        "`aspect_ratio` is not a field of the request body; did you mean `size`?",
                        "`promt` is not a field of the request body; did you mean `prompt`?",
                        "`callback_url` is not a field of the request body",
                        "`zzz` is not a field of the request body",
                        "This API has no callbacks; poll the task");
    }

    @Test
    @Documented(
            value = "no page says what null means",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a field that is null counts as missing",
            negativeTest = "requiresPrompt",
            witness = "openai-python 3.22.1")
    void treatsNullAsMissing() {
        Response response = client.basic(
                "\"size\":null",
                "\"resolution\":null",
                "\"image_urls\":null",
                "\"n\":null",
                "\"quality\":null",
                "\"mask_url\":null");

        response.then().statusCode(200).header("Darkroom-Warning", (String) null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"prompt\":\"p\"}}", "{\"prompt\":1e99999999999}"})
    @Documented(
            value = "providers/reapi.md §7: the code and the text are invented",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a body that is not a JSON object gets 400 and 20001",
            of = "20001",
            negativeTest = "ExamplesIT.acceptsExampleWithoutModel",
            witness = "openai-python 3.22.1")
    void rejectsMalformedBody(String body) {
        Response response = client.submit(body);

        assertRefused(response, 400, 20001);
        assertThat(response.jsonPath().getString("error.message")).startsWith("Malformed request body: ");
    }

    @Test
    @Documented(
            value = "seeds/002: Submit a generation: POST a JSON body; the example has Content-Type: application/json",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a body of another content type than application/json gets 400 and 20001",
            of = "20001",
            negativeTest = "ExamplesIT.acceptsExampleWithoutModel")
    void rejectsOtherContentTypes() {
        assertRefused(
                client.api()
                        .contentType("text/plain")
                        .body("{\"prompt\":\"p\"}")
                        .post(ReApiClient.SUBMIT),
                400,
                20001,
                "Malformed request body: The 'Content-Type' header must be 'application/json'.");
    }
}
