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

/** The differences between the two channels. */
@WireTest
class ChannelIT {

    private static final String REFERENCE = "\"image_urls\":[\"https://example.com/a.png\"]";
    private static final String MASK = "\"mask_url\":\"https://example.com/m.png\"";

    private final ReApiClient client = new ReApiClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quality\":\"high\"",
                "\"background\":\"opaque\"",
                "\"moderation\":\"low\"",
                "\"output_format\":\"png\"",
                "\"output_compression\":50",
                "\"quality\":17"
            })
    @Documented(
            value = "providers/reapi.md §3, a field of the official channel sent to the basic one",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void basicChannelIgnoresOfficialFields(String field) {
        Response response = client.basic(field);

        response.then().statusCode(200);
        assertThat(response.header("Darkroom-Warning"))
                .isEqualTo(field.split(":")[0].replace('"', '`') + " is a field of gpt-image-2-official only");
        assertThat(client.credits()).isEqualTo(4993);
    }

    @Test
    @Documented(value = "seeds/002: single image", dialect = "reapi", of = "BasicRequest.n")
    @Documented(
            value = "providers/reapi.md §3, n > 1 is rejected, not ignored",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void basicChannelMakesOneImage() {
        client.basic("\"n\":1").then().statusCode(200).header("Darkroom-Warning", (String) null);
        assertRefused(
                client.basic("\"n\":2"),
                400,
                20003,
                "Invalid parameter: n. Only gpt-image-2-official creates more than one image.");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §3, a mask is rejected, not ignored",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            of = "BasicRequest.mask_url")
    void basicChannelRejectsMask() {
        assertRefused(
                client.basic(REFERENCE, MASK),
                400,
                20003,
                "Invalid parameter: mask_url. Only gpt-image-2-official accepts a mask.");
    }

    @Test
    @Documented(value = "providers/reapi.md §3, mask_url", dialect = "reapi", of = "OfficialRequest.mask_url")
    void rejectsMaskWithoutReference() {
        client.official(REFERENCE, MASK).then().statusCode(200).header("Darkroom-Warning", (String) null);
        assertRefused(client.official(MASK), 400, 20003, "mask_url requires at least one entry in image_urls");
        assertRefused(
                client.official("\"image_urls\":[]", MASK),
                400,
                20003,
                "mask_url requires at least one entry in image_urls");
        assertRefused(
                client.official(REFERENCE, "\"mask_url\":\"data:image/png;base64,AAAA\""),
                400,
                20003,
                "Invalid parameter: mask_url. It must be a public http(s) URL. This API does not accept data: URIs.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"n\":0|n. It must be a whole number from 1 to 4.",
                "\"n\":5|n. It must be a whole number from 1 to 4.",
                "\"n\":1.5|n. It must be a whole number from 1 to 4.",
                "\"n\":\"2\"|n. It must be a whole number from 1 to 4.",
                "\"quality\":\"hd\"|quality. Use one of: low, medium, high, auto.",
                "\"quality\":1|quality. It must be a string.",
                "\"background\":\"white\"|background. Use one of: auto, opaque, transparent.",
                "\"moderation\":\"none\"|moderation. Use one of: auto, low.",
                "\"mask_url\":1|mask_url. It must be a string.",
                "\"output_format\":\"gif\"|output_format. Use one of: png, jpeg, webp.",
                "\"output_compression\":101|output_compression. It must be a whole number from 0 to 100.",
                "\"output_compression\":-1|output_compression. It must be a whole number from 0 to 100.",
                "\"output_compression\":\"50\"|output_compression. It must be a whole number from 0 to 100.",
                "\"background\":\"transparent\",\"output_format\":\"jpeg\"|background. A transparent background requires output_format png or webp."
            })
    @Documented(
            value = "providers/reapi.md §3, on the vendor's page about the channel",
            dialect = "reapi",
            of = "OfficialRequest.*")
    @Documented(
            value = "seeds/002: output format and compression control",
            dialect = "reapi",
            of = {"OfficialRequest.output_format", "OfficialRequest.output_compression"})
    @Documented(
            value = "providers/reapi.md §3: names and limits of output_format and output_compression, and the texts",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void namesInvalidFieldOfOfficialChannel(String fields, String message) {
        assertRefused(client.official(fields), 400, 20003, "Invalid parameter: " + message);
    }

    @Test
    @Documented(
            value = "seeds/002: Two variants, one endpoint",
            dialect = "reapi",
            of = {"OfficialRequest.model", "OfficialRequest.n", "OfficialRequest.quality", "OfficialRequest.background"
            })
    void officialChannelAcceptsAllFieldsWithoutWarning() {
        Response response = client.official(
                REFERENCE,
                MASK,
                "\"size\":\"16:9\"",
                "\"resolution\":\"4k\"",
                "\"n\":2",
                "\"quality\":\"low\"",
                "\"background\":\"transparent\"",
                "\"moderation\":\"low\"",
                "\"output_format\":\"webp\"");

        response.then().statusCode(200).header("Darkroom-Warning", (String) null);
        assertThat(response.jsonPath().getString("model")).isEqualTo("gpt-image-2-official");
        assertThat(client.credits()).isEqualTo(5000 - 2 * 42);
    }

    @Test
    void warnsAboutFieldsWithoutEffect() {
        assertThat(client.official("\"size\":\"1024x1024\"", "\"resolution\":\"4k\"", "\"output_compression\":5")
                        .headers()
                        .getValues("Darkroom-Warning"))
                .containsExactly(
                        "`output_compression` has no effect unless `output_format` is jpeg",
                        "`resolution` has no effect together with a size in pixels");
    }

    @Test
    @Documented(
            value = "the order of the fields in the documentation",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void reportsFirstError() {
        String rest = ",\"size\":\"x\",\"resolution\":\"x\",\"image_urls\":1,\"mask_url\":1,\"n\":9,\"quality\":\"x\"}";

        assertRefused(client.submit("{\"model\":\"x\"" + rest), 400, 20004);
        assertRefused(client.submit("{\"model\":\"gpt-image-2-official\"" + rest), 400, 20002);
        String body = "{\"model\":\"gpt-image-2-official\",\"prompt\":\"p\"" + rest;
        String[] valid = {"size", "\"1:1\"", "resolution", "\"1k\"", "image_urls", "[]", "mask_url", "null", "n", "1"};
        for (int i = 0; i < valid.length; i += 2) {
            Response refused = client.submit(body);
            assertRefused(refused, 400, 20003);
            assertThat(refused.jsonPath().getString("error.message"))
                    .startsWith("Invalid parameter: " + valid[i] + ".");
            body = body.replaceFirst("\"" + valid[i] + "\":[^,]+", "\"" + valid[i] + "\":" + valid[i + 1]);
        }
        assertThat(client.submit(body).jsonPath().getString("error.message")).contains("quality");
    }
}
