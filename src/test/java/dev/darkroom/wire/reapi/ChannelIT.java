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

/** The differences between the two channels, except for masks. */
@WireTest
class ChannelIT {

    private final ReApiClient client = new ReApiClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quality\":\"high\"",
                "\"background\":\"opaque\"",
                "\"moderation\":\"low\"",
                "\"output_format\":\"jpeg\"",
                "\"output_compression\":50",
                "\"quality\":17"
            })
    @Documented(
            value = "providers/reapi.md §3: a field of the official channel sent to the basic one",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the basic channel ignores quality, background, moderation, output_format and output_compression",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, Pillow 12.3.0")
    @Documented(
            value = "a warning of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a warning names each field that the basic channel ignores",
            negativeTest = "officialChannelAcceptsAllFieldsWithoutWarning")
    void basicChannelIgnoresOfficialFields(String field) {
        Response response = client.basic(field);

        response.then().statusCode(200);
        assertThat(response.header("Darkroom-Warning"))
                .isEqualTo(field.split(":")[0].replace('"', '`') + " is a field of gpt-image-2-official only");
        assertThat(client.credits()).isEqualTo(4993);
        assertThat(client.advanceToEnd(response).getString("output.image_urls[0]"))
                .endsWith("/0.png");
    }

    @Test
    @Documented(
            value = "seeds/002: Two variants, one endpoint: single image",
            dialect = "reapi",
            of = "BasicRequest.n",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: n > 1 on the basic channel",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the basic channel rejects n greater than 1 and does not ignore it",
            of = "BasicRequest.n",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void basicChannelMakesOneImage() {
        Response submitted = client.basic("\"n\":1");

        submitted.then().statusCode(200).header("Darkroom-Warning", (String) null);
        assertThat(client.advanceToEnd(submitted).getList("output.image_urls")).hasSize(1);
        assertRefused(
                client.basic("\"n\":2"),
                400,
                20003,
                "Invalid parameter: n. Only gpt-image-2-official creates more than one image.");
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
            value = "seeds/002: Two variants, one endpoint: batches up to four; providers/reapi.md §3: n",
            dialect = "reapi",
            rule = "n is a whole number from 1 to 4 at the official channel",
            of = "OfficialRequest.n",
            negativeTest = "acceptsEachValueOfOfficialChannel",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: quality, background, moderation",
            dialect = "reapi",
            rule = "quality is auto, low, medium or high; background is auto, opaque or transparent; moderation is auto"
                    + " or low",
            of = {"OfficialRequest.quality", "OfficialRequest.background", "OfficialRequest.moderation"},
            negativeTest = "acceptsEachValueOfOfficialChannel",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: the names and values are OpenAI's",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "output_format is png, jpeg or webp; output_compression is a whole number from 0 to 100",
            of = {"OfficialRequest.output_format", "OfficialRequest.output_compression"},
            negativeTest = "acceptsEachValueOfOfficialChannel",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "JPEG has no transparency",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a transparent background requires output_format png or webp",
            of = {"OfficialRequest.background", "OfficialRequest.output_format"},
            negativeTest = "officialChannelAcceptsAllFieldsWithoutWarning",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: other validation faults have no known code",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "an invalid field of the official channel gets 400 and 20003, with the field and its allowed values",
            of = "20003",
            negativeTest = "acceptsEachValueOfOfficialChannel")
    void namesInvalidFieldOfOfficialChannel(String fields, String message) {
        assertRefused(client.official(fields), 400, 20003, "Invalid parameter: " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"n\":1",
                "\"n\":4",
                "\"quality\":\"auto\"",
                "\"quality\":\"low\"",
                "\"quality\":\"medium\"",
                "\"quality\":\"high\"",
                "\"background\":\"auto\"",
                "\"background\":\"opaque\"",
                "\"background\":\"transparent\"",
                "\"moderation\":\"auto\"",
                "\"moderation\":\"low\"",
                "\"output_format\":\"png\"",
                "\"output_format\":\"jpeg\",\"output_compression\":0",
                "\"output_format\":\"jpeg\",\"output_compression\":100",
                "\"output_format\":\"webp\",\"background\":\"transparent\""
            })
    void acceptsEachValueOfOfficialChannel(String fields) {
        client.official(fields).then().statusCode(200).header("Darkroom-Warning", (String) null);
    }

    @Test
    @Documented(
            value = "seeds/002: Two variants, one endpoint: switch channels by changing one string",
            dialect = "reapi",
            rule = "the model selects the channel, at the same path",
            of = {"BasicRequest.model", "OfficialRequest.model"},
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "seeds/002: Two variants, one endpoint: batches, quality tiers, masks, transparent backgrounds",
            dialect = "reapi",
            rule = "the official channel has n, quality, mask_url and a transparent background",
            of = {
                "OfficialRequest.n",
                "OfficialRequest.quality",
                "OfficialRequest.mask_url",
                "OfficialRequest.background"
            },
            negativeTest = "namesInvalidFieldOfOfficialChannel",
            witness = "openai-python 3.22.1, Pillow 12.3.0")
    void officialChannelAcceptsAllFieldsWithoutWarning() {
        Response response = client.official(
                "\"image_urls\":[\"https://example.com/a.png\"]",
                "\"mask_url\":\"https://example.com/m.png\"",
                "\"size\":\"16:9\"",
                "\"resolution\":\"4k\"",
                "\"n\":2",
                "\"quality\":\"low\"",
                "\"background\":\"transparent\"",
                "\"moderation\":\"low\"",
                "\"output_format\":\"webp\"");

        response.then().statusCode(200).header("Darkroom-Warning", (String) null);
        assertThat(response.jsonPath().getString("model")).isEqualTo("gpt-image-2-official");
        assertThat(client.credits()).isEqualTo(5000 - 2 * 6);
        assertThat(client.basic().jsonPath().getString("model")).isEqualTo("gpt-image-2");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §3: a size in pixels together with a resolution",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a warning names each field without effect",
            negativeTest = "officialChannelAcceptsAllFieldsWithoutWarning")
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
            certainty = Certainty.INFERRED,
            rule = "of several errors, the first is reported: model, prompt, size, resolution, image_urls, mask_url, n,"
                    + " quality",
            negativeTest = Documented.SAME)
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
