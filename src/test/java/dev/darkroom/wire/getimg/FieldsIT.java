package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import java.util.Collections;
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
                "{\"model\":\"gpt-image-2\"}; prompt",
                "{\"model\":\"gpt-image-2\",\"prompt\":null}; prompt",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"images\":[{}]}; images[0].url",
                "{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"images\":[{\"url\":null}]}; images[0].url"
            })
    @Documented(
            value = "providers/getimg.md §5",
            dialect = "getimg",
            of = {"parameter_missing", "CreateRequest.model", "CreateRequest.prompt", "Reference.url"})
    @Documented(value = "providers/getimg.md §5, the text", dialect = "getimg", certainty = Certainty.INFERRED)
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
            value = "providers/getimg.md §5, the documented text",
            dialect = "getimg",
            of = {
                "invalid_parameter",
                "Error.error.message",
                "Error.error.type",
                "Error.error.param",
                "Error.error.code",
                "CreateRequest.resolution"
            })
    @Documented(
            value = "providers/getimg.md §3, 1k in lowercase; the same text for other fields",
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
            value = "providers/getimg.md §5, an unknown model",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.model")
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
    @Documented(value = "providers/getimg.md §5", dialect = "getimg", of = "invalid_parameter")
    @Documented(value = "the texts", dialect = "getimg", certainty = Certainty.INFERRED)
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
            value = "providers/getimg.md §3, 1 to 4096 characters",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "CreateRequest.prompt")
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
    @Documented(value = "seeds/004: up to 10 reference images", dialect = "getimg", of = "CreateRequest.images")
    void limitsReferencesToTen() {
        client.generateWith("\"images\":" + references(10)).then().statusCode(200);
        assertRefused(
                client.generateWith("\"images\":" + references(11)),
                400,
                "invalid_parameter",
                "images",
                "Invalid value for 'images'. It has 11 entries; at most 10 are allowed.");
        client.generateWith("\"images\":[]").then().statusCode(200);
    }

    @Test
    @Documented(value = "providers/getimg.md §3", dialect = "getimg", of = "Reference.role")
    @Documented(
            value = "providers/getimg.md §3, it is optional",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Reference.role")
    void acceptsOnlyReferenceImageRole() {
        for (String role : new String[] {"", ",\"role\":null", ",\"role\":\"reference_image\""}) {
            client.generateWith("\"images\":[{\"url\":\"https://e.com/a.png\"" + role + "}]")
                    .then()
                    .statusCode(200);
        }
        assertRefused(
                client.generateWith("\"images\":[{\"url\":\"https://e.com/a.png\",\"role\":\"mask\"}]"),
                400,
                "invalid_parameter",
                "images[0].role",
                "Unsupported role 'mask' for model 'gpt-image-2'.");
    }

    @Test
    @Documented(
            value = "the order of the fields on the vendor's reference page",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\":2",
                "\"quality\":\"high\"",
                "\"size\":\"1024x1024\"",
                "\"seed\":7",
                "\"mask\":\"https://e.com/m.png\"",
                "\"callback_url\":\"https://e.com/hook\""
            })
    @Documented(
            value = "providers/getimg.md §3, unknown fields are ignored",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void ignoresUnknownFieldWithWarning(String field) {
        String name = field.split("\"")[1];

        String warning =
                client.generateWith(field).then().statusCode(200).extract().header("Darkroom-Warning");
        assertThat(warning).startsWith("`" + name + "` is not a field of the request body");
    }

    @Test
    void suggestsCorrectFieldName() {
        assertThat(client.generateWith("\"size\":\"1:1\"").header("Darkroom-Warning"))
                .endsWith("; did you mean `aspect_ratio`?");
        assertThat(client.generateWith("\"image_urls\":[\"https://e.com/a.png\"]")
                        .header("Darkroom-Warning"))
                .endsWith("; did you mean `images`?");
        assertThat(client.generateWith("\"images\":[{\"url\":\"https://e.com/a.png\",\"type\":\"x\"}]")
                        .header("Darkroom-Warning"))
                .isEqualTo("`type` is not a field of a reference image; did you mean `role`?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "{", "{\"model\":\"gpt-image-2\",}", "{\"prompt\":\"\\ud800\"}", "<html>"})
    void rejectsUnreadableBodyInEnvelope(String body) {
        assertRefused(
                client.generate(body),
                400,
                "{\"prompt\":\"\\ud800\"}".equals(body) ? "parameter_missing" : "invalid_parameter");
    }

    @Test
    void rejectsWrongContentType() {
        assertRefused(
                client.api().contentType("text/plain").body("{}").post(GetImgClient.GENERATIONS),
                400,
                "invalid_parameter",
                null,
                "The 'Content-Type' header must be 'application/json'.");
    }

    private static String references(int count) {
        return "[" + String.join(",", Collections.nCopies(count, "{\"url\":\"https://e.com/a.png\"}")) + "]";
    }
}
