package dev.darkroom.wire.reapi;

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

/** The ratio that {@code size} auto picks, and the warning that explains it. */
@WireTest
class AutoRatioIT {

    private static final String AUTO = "\"size\":\"auto\"";
    private static final String END = "; this rule is inferred, and darkroom.reapi.auto-ratio=false turns it off";

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a portrait of a cat, 16:9|16:9|1536x864|16:9",
                "a Portrait of a cat at 9:16 pm|2:3|1024x1536|portrait",
                "[[processing: 9s]] a panorama|2:1|2048x1024|panorama"
            })
    @Documented(
            value = "seeds/002: auto picks ratio from prompt or refs",
            dialect = "reapi",
            rule = "auto picks the ratio from the prompt",
            of = {"BasicRequest.size", "OfficialRequest.size"},
            negativeTest = "otherSizesIgnorePrompt",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "seeds/002: auto picks ratio from prompt or refs; the page does not say how",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "auto takes a ratio in the prompt, such as 16:9, before a plain word in it, such as" + " portrait",
            of = {"BasicRequest.size", "OfficialRequest.size"},
            negativeTest = "otherSizesIgnorePrompt",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "a warning of Darkroom's",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a warning says which ratio auto picked, and why",
            negativeTest = "otherSizesIgnorePrompt")
    void autoPicksRatioFromPrompt(String prompt, String ratio, String pixels, String quoted) {
        String fields = AUTO + ",\"prompt\":\"" + prompt + "\"";

        for (Response submitted : new Response[] {client.basic(fields), client.official(fields)}) {
            assertThat(submitted.header("Darkroom-Warning"))
                    .isEqualTo("`size` auto became " + ratio + " because the prompt says `" + quoted + "`" + END);
            assertThat(size(submitted)).isEqualTo(pixels);
        }
        assertThat(client.credits()).isEqualTo(5000 - 7 - 47);
    }

    @Test
    @Documented(
            value = "seeds/002: auto picks ratio from prompt or refs",
            dialect = "reapi",
            rule = "auto picks the ratio from a reference",
            of = "BasicRequest.size",
            negativeTest = "autoIsSquareWithoutShape",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "seeds/002: auto picks ratio from prompt or refs; the page does not say how",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "auto picks the ratio nearest to the first reference if Darkroom created it and the"
                    + " prompt names no shape",
            of = "BasicRequest.size",
            negativeTest = Documented.SAME,
            witness = "Pillow 12.3.0")
    void autoPicksRatioOfFirstReference() {
        String id = ReApiClient.id(client.official("\"size\":\"2064x880\""));
        String urls = "\"image_urls\":[\"https://cdn.reapi.ai/media/tasks/" + id.substring("task_".length())
                + "/0.png\",\"https://e.com/b.png\"]";

        Response unfinished = client.basic(AUTO, urls);
        client.advance("2s");
        Response edit = client.basic(AUTO, "\"resolution\":\"2k\"", urls);

        assertThat(unfinished.header("Darkroom-Warning")).contains("size of the first reference is unknown");
        assertThat(edit.header("Darkroom-Warning"))
                .isEqualTo("`size` auto became 21:9 because the first reference has 2064x880 pixels" + END);
        assertThat(size(edit)).isEqualTo("2688x1152");
        assertThat(size(client.basic(AUTO, urls, "\"prompt\":\"a square tile\"")))
                .isEqualTo("1024x1024");
    }

    /** The URLs of a response at localhost are private, so the rule of public references must not refuse them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/reapi"})
    @Documented(
            value = "seeds/002: auto picks ratio from prompt or refs",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "an image that Darkroom created is a public reference and mask, whatever the host of its URL",
            of = {"Generation.image_urls", "OfficialRequest.mask_url"},
            negativeTest = "privateUrlsOfOtherImagesAreRefused")
    void urlInResponseIsAReference(String prefix) {
        String submitted = ReApiClient.id(client.official("\"size\":\"2064x880\""));
        client.advance("2s");
        String url = client.request()
                .get(prefix + "/api/v1/tasks/" + submitted)
                .jsonPath()
                .getString("output.image_urls[0]");
        String urls = "\"image_urls\":[\"" + url + "\"]";

        Response edit = client.basic(AUTO, urls);
        Response masked = client.official(AUTO, urls, "\"mask_url\":\"" + url + "\"");

        assertThat(url).matches("http://(localhost|127\\.0\\.0\\.1):[0-9]+" + prefix + "/media/tasks/.*");
        for (Response accepted : new Response[] {edit, masked}) {
            assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
            assertThat(accepted.header("Darkroom-Warning"))
                    .contains("became 21:9 because the first reference has 2064x880 pixels");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9500/media/tasks/f1640000000040008000000000000000/0.png",
                "http://localhost/media/tasks/0.png",
                "data:image/png;base64,%s"
            })
    void privateUrlsOfOtherImagesAreRefused(String url) {
        String id = ReApiClient.id(client.basic());
        client.advance("2s");

        Response refused = client.basic("\"image_urls\":[\"" + url.formatted(id) + "\"]");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("20003", "It must be a public http(s) URL.");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §10: auto is 1:1",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "auto is 1:1 if the prompt names no shape and the size of the first reference is unknown",
            of = "BasicRequest.size",
            negativeTest = "autoPicksRatioFromPrompt",
            witness = "Pillow 12.3.0")
    void autoIsSquareWithoutShape() {
        Response submitted = client.basic(AUTO);
        Response withReference = client.basic(AUTO, "\"image_urls\":[\"https://e.com/a.png\"]");

        assertThat(size(submitted)).isEqualTo("1024x1024");
        assertThat(submitted.header("Darkroom-Warning"))
                .isEqualTo("`size` auto became 1:1 because the prompt names no shape" + END);
        assertThat(withReference.header("Darkroom-Warning"))
                .isEqualTo("`size` auto became 1:1 because the prompt names no shape"
                        + " and the size of the first reference is unknown" + END);
    }

    @ParameterizedTest
    @CsvSource({"'',1024x1024", "'\"size\":\"4:3\",',1024x768"})
    @Documented(
            value = "providers/reapi.md §3: the default of size is 1:1; seeds/002: auto picks ratio from" + " prompt",
            dialect = "reapi",
            rule = "a request without a size is 1:1, whatever the prompt says; only auto picks a ratio",
            of = "BasicRequest.size",
            negativeTest = "autoPicksRatioFromPrompt",
            witness = "Pillow 12.3.0")
    void otherSizesIgnorePrompt(String size, String pixels) {
        Response submitted = client.basic(size + "\"prompt\":\"widescreen, 16:9\"");

        assertThat(size(submitted)).isEqualTo(pixels);
        assertThat(submitted.header("Darkroom-Warning")).isNull();
    }

    private String size(Response submitted) {
        return client.control("GET", "/tasks/" + ReApiClient.id(submitted), "").getString("size");
    }
}
