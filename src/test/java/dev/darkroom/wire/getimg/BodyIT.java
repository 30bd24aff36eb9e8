package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown fields, and bodies that cannot be read. */
@WireTest
class BodyIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
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
            value = "providers/getimg.md §3: the fields that the API lacks",
            rule = "n, quality, size, seed, mask and callback_url have no effect",
            negativeTest = "SettingsIT.strictModeRejectsUnknownField",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "a warning of Darkroom",
            rule = "a warning names an unknown field",
            negativeTest = "GenerationIT.returnsImageInOneRequest",
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    void ignoresUnknownFieldWithWarning(String field) {
        String name = field.split("\"")[1];

        String warning = client.generateWith(field)
                .then()
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .extract()
                .header("Darkroom-Warning");
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
    @ValueSource(strings = {"", "[]", "null", "{", "{\"model\":\"gpt-image-2\",}", "<html>"})
    @Documented(
            value = "seeds/004: FAQ, a JSON body",
            rule = "the body is a JSON object",
            negativeTest = "GenerationIT.returnsImageInOneRequest",
            dialect = "getimg")
    @Documented(
            value = "no page shows this error",
            rule = "an unreadable body is an invalid_parameter error",
            negativeTest = "GenerationIT.returnsImageInOneRequest",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "invalid_parameter")
    void rejectsUnreadableBodyInEnvelope(String body) {
        assertRefused(client.generate(body), 400, "invalid_parameter");
    }

    @Test
    @Documented(
            value = "no page shows this error",
            rule = "the content type must be application/json",
            negativeTest = "GenerationIT.returnsImageInOneRequest",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "invalid_parameter")
    void rejectsWrongContentType() {
        assertRefused(
                client.api().contentType("text/plain").body("{}").post(GetImgClient.GENERATIONS),
                400,
                "invalid_parameter",
                null,
                "The 'Content-Type' header must be 'application/json'.");
    }
}
