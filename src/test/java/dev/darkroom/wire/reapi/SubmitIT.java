package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.Collections;
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
    @Documented(value = "seeds/002: Free text, required", dialect = "reapi", of = "Generation.prompt")
    @Documented(value = "providers/reapi.md §7, 20002 and its text", dialect = "reapi", of = "20002")
    @Documented(
            value = "providers/reapi.md §7: texts may contain parameter names; the wording is inferred",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
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
    @Documented(value = "seeds/002: at most 4000 characters", dialect = "reapi", of = "Generation.prompt")
    @Documented(
            value = "the usual meaning of characters: code points",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void limitsPromptTo4000Characters() {
        client.basic("\"prompt\":\"" + "p".repeat(4000) + "\"").then().statusCode(200);
        client.basic("\"prompt\":\"" + "🎞".repeat(4000) + "\"").then().statusCode(200);
        assertRefused(
                client.basic("\"prompt\":\"" + "p".repeat(4001) + "\""),
                400,
                20003,
                "Invalid parameter: prompt. It has 4001 characters; at most 4000 are allowed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-image-1", "GPT-Image-2", "gpt-image-2 ", "gpt-image-2-beta", "dall-e-3"})
    @Documented(
            value = "providers/reapi.md §7, the code and the text for an unknown model",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = {"20004", "BasicRequest.model", "OfficialRequest.model"})
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
            value = "providers/reapi.md §3 and §7: the allowed values are documented; the code and the texts are not",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = {"20003", "Generation.*", "BasicRequest.*"})
    void namesInvalidField(String field, String message) {
        assertRefused(client.basic(field), 400, 20003, "Invalid parameter: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3:1", "16x9", "1024X1024", "", "AUTO", "square"})
    @Documented(value = "providers/reapi.md §3, size", dialect = "reapi", of = "BasicRequest.size")
    void rejectsUnknownRatio(String size) {
        assertRefused(client.basic("\"size\":\"" + size + "\""), 400, 20003, "Invalid parameter: size. " + RATIOS);
    }

    @Test
    @Documented(value = "seeds/002: Up to 16", dialect = "reapi", of = "Generation.image_urls")
    void limitsReferencesTo16() {
        client.basic(references(16)).then().statusCode(200);
        assertRefused(
                client.basic(references(17)),
                400,
                20003,
                "Invalid parameter: image_urls. It has 17 entries; at most 16 are allowed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/png;base64,AAAA",
                "iVBORw0KGgo=",
                "ftp://example.com/a.png",
                "example.com/a.png",
                "https://",
                "",
                "http://localhost/a.png",
                "http://LOCALHOST:8080/a.png",
                "http://me@127.0.0.1/a.png",
                "http://10.1.2.3",
                "http://172.16.0.1?x",
                "http://192.168.1.1:80/",
                "http://169.254.169.254/latest",
                "http://[::1]:9/",
                "http://[fd00::1]/",
                "http://nas.local/a.png",
                "http://minio.internal./a.png"
            })
    @Documented(
            value = "providers/reapi.md §3: must be a public http(s) URL",
            dialect = "reapi",
            of = "Generation.image_urls")
    @Documented(value = "which addresses are not public", dialect = "reapi", certainty = Certainty.INFERRED)
    void rejectsPrivateReferenceUrls(String url) {
        assertRefused(
                client.basic("\"image_urls\":[\"" + url + "\"]"),
                400,
                20003,
                "Invalid parameter: image_urls[0]. It must be a public http(s) URL."
                        + (url.startsWith("data:") ? " This API does not accept data: URIs." : ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.png",
                "HTTP://example.com:8080/a b.png?c=d|e",
                "https://localhost.example.com/",
                "https://me:pw@example.com/a.png",
                "http://172.32.0.1/",
                "http://[2001:db8::1]/a.png"
            })
    void acceptsPublicReferenceUrls(String url) {
        client.basic("\"image_urls\":[\"" + url + "\"]").then().statusCode(200);
    }

    @Test
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
            value = "providers/reapi.md §7, the code and the text for malformed JSON",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = "20001")
    void rejectsMalformedBody(String body) {
        Response response = client.submit(body);

        assertRefused(response, 400, 20001);
        assertThat(response.jsonPath().getString("error.message")).startsWith("Malformed request body: ");
    }

    @Test
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

    private static String references(int count) {
        return "\"image_urls\":" + Collections.nCopies(count, "\"https://example.com/a.png\"");
    }
}
