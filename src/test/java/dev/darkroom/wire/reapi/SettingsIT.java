package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.settings.ChangedVendorSettings;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings with values other than their defaults. */
@ChangedVendorSettings
class SettingsIT {

    private static final String REFERENCE = "\"image_urls\":[\"http://localhost:1/a.png\"]";

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "providers/reapi.md §3: model is required; the example of seeds/002 has none",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting require-model refuses requests without a model",
            of = "20002",
            negativeTest = Documented.SAME)
    void requiresModel() {
        assertRefused(client.submit("{\"prompt\":\"p\"}"), 400, 20002, "Missing required parameter: model");
        client.basic().then().statusCode(200);
    }

    @Test
    @Documented(
            value = "seeds/002: Provide a prompt or at least one reference; but the field is required",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting prompt-or-images accepts references without a prompt",
            negativeTest = Documented.SAME)
    void acceptsReferencesWithoutPrompt() {
        client.submit("{\"model\":\"gpt-image-2\"," + REFERENCE + "}").then().statusCode(200);
        assertRefused(
                client.submit("{\"model\":\"gpt-image-2\",\"image_urls\":[]}"),
                400,
                20002,
                "Missing required parameter: prompt or image_urls");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quality", "background", "moderation", "output_format", "output_compression"})
    @Documented(
            value = "providers/reapi.md §3: a field of the official channel sent to the basic one",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting strict makes the basic channel reject fields of the official one",
            negativeTest = "ChannelIT.basicChannelIgnoresOfficialFields")
    void basicChannelRejectsOfficialFields(String field) {
        assertRefused(
                client.basic("\"" + field + "\":\"high\""),
                400,
                20003,
                "Invalid parameter: " + field + ". Only gpt-image-2-official has this field.");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §3: a third variant in another project's catalog",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting beta adds the model gpt-image-2-beta",
            negativeTest = "SubmitIT.rejectsUnknownModel")
    @Documented(
            value = "providers/reapi.md §3: the basic fields, in another project's catalog; no page has the prices",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "with the setting beta, gpt-image-2-beta has the fields and the prices of the basic channel",
            negativeTest = Documented.SAME)
    void acceptsBetaModel() {
        String id = ReApiClient.id(client.submit("{\"model\":\"gpt-image-2-beta\",\"prompt\":\"p\"}"));

        assertThat(client.task(id).getString("model")).isEqualTo("gpt-image-2-beta");
        assertThat(client.credits()).isEqualTo(4993);
        assertRefused(client.submit("{\"model\":\"gpt-image-2-beta\",\"prompt\":\"p\",\"n\":2}"), 400, 20003);
    }

    @ParameterizedTest
    @CsvSource({
        "1:1,1k,high,186",
        "16:9,1k,high,235",
        "9:16,2k,medium,105",
        "21:9,4k,low,32",
        "16:9,4k,high,1467",
        "1024x1024,1k,medium,47",
        "1024x1040,1k,high,189",
        "2880x2880,1k,medium,369"
    })
    @Documented(
            value = "providers/reapi.md §9.2: known only from another project's snapshot of July 2026",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting prices=derived prices the official channel by size; a size in pixels that is"
                    + " not in the table costs its share of the 1024x1024 price",
            negativeTest = "CreditsIT.officialPriceDependsOnQualityAndOn4kOnly")
    void derivedPricesDependOnSize(String size, String resolution, String quality, long price) {
        client.official(
                        "\"size\":\"" + size + "\"",
                        "\"resolution\":\"" + resolution + "\"",
                        "\"quality\":\"" + quality + "\"")
                .then()
                .statusCode(200);

        assertThat(client.credits()).isEqualTo(5000 - price);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §10: auto is 1:1",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "the setting auto-ratio=false makes auto a square",
            negativeTest = "AutoRatioIT.autoPicksRatioFromPrompt")
    void autoIsAlwaysSquareIfSettingIsOff() {
        Response submitted = client.basic("\"size\":\"auto\"", "\"prompt\":\"widescreen, 16:9\"");

        assertThat(client.control("GET", "/tasks/" + ReApiClient.id(submitted), "")
                        .getString("size"))
                .isEqualTo("1024x1024");
        assertThat(submitted.header("Darkroom-Warning")).isNull();
    }

    @Test
    void replacesInventedCodes() {
        assertThat(client.request().get("/api/v1/tasks/task_x").asString()).contains("\"code\":40404");
        client.change("\"credits\":0");
        assertThat(client.request()
                        .contentType("application/json")
                        .body("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}")
                        .post(ReApiClient.SUBMIT)
                        .asString())
                .contains("\"code\":30777");
    }

    @Test
    void appliesConfiguredCheckOrder() {
        client.change("\"spend_limits\":{\"total\":0}", "\"credits\":0");

        assertThat(client.request()
                        .contentType("application/json")
                        .body("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}")
                        .post(ReApiClient.SUBMIT)
                        .asString())
                .contains("30777");
        assertRefused(client.submit("{\"model\":\"x\"}"), 400, 20002);
    }

    @Test
    void appliesConfiguredUrlExpiry() {
        String url = client.advanceToEnd(client.basic()).getString("output.image_urls[0]");
        client.advance("59m");
        given().get(url).then().statusCode(200);
        client.advance("1m");
        given().get(url).then().statusCode(404);
    }

    @Test
    void imageUrlKeepsHostOfRequestWithoutFileHost() {
        String id = ReApiClient.id(client.basic());
        client.advance("2s");

        String url = client.request()
                .header("Host", "reapi.ai")
                .get("/api/v1/tasks/" + id)
                .path("output.image_urls[0]");

        assertThat(url).startsWith("http://reapi.ai/media/tasks/");
    }
}
