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
            of = {"BasicRequest.size", "OfficialRequest.size"})
    @Documented(
            value = "the order: a ratio in the prompt, a plain word in it, the first reference, 1:1",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
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
            value = "the ratio nearest to the size of the first reference, if Darkroom created it",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void autoPicksRatioOfFirstReference() {
        String id = ReApiClient.id(client.official("\"size\":\"2064x880\""));
        String urls = "\"image_urls\":[\"https://cdn.reapi.ai/media/tasks/" + id.substring("task_".length())
                + "/0.png\",\"https://e.com/b.png\"]";

        Response unfinished = client.basic(AUTO, urls);
        client.advance("2s");
        Response edit = client.basic(AUTO, "\"resolution\":\"2k\"", urls);

        assertThat(unfinished.header("Darkroom-Warning")).contains("size of the first reference is not at hand");
        assertThat(edit.header("Darkroom-Warning"))
                .isEqualTo("`size` auto became 21:9 because the first reference has 2064x880 pixels" + END);
        assertThat(size(edit)).isEqualTo("2688x1152");
    }

    @Test
    @Documented(
            value = "without a shape in the prompt or a known reference, auto is 1:1",
            dialect = "reapi",
            certainty = Certainty.INFERRED)
    void autoIsSquareWithoutShape() {
        Response submitted = client.basic(AUTO);
        Response withReference = client.basic(AUTO, "\"image_urls\":[\"https://e.com/a.png\"]");

        assertThat(size(submitted)).isEqualTo("1024x1024");
        assertThat(submitted.header("Darkroom-Warning"))
                .isEqualTo("`size` auto became 1:1 because the prompt names no shape" + END);
        assertThat(withReference.header("Darkroom-Warning"))
                .isEqualTo("`size` auto became 1:1 because the prompt names no shape"
                        + " and the size of the first reference is not at hand" + END);
    }

    @ParameterizedTest
    @CsvSource({"'',1024x1024", "'\"size\":\"4:3\",',1024x768"})
    @Documented(
            value = "only auto picks a ratio; without a size it is 1:1",
            dialect = "reapi",
            of = "BasicRequest.size")
    void otherSizesIgnorePrompt(String size, String pixels) {
        Response submitted = client.basic(size + "\"prompt\":\"widescreen, 16:9\"");

        assertThat(size(submitted)).isEqualTo(pixels);
        assertThat(submitted.header("Darkroom-Warning")).isNull();
    }

    private String size(Response submitted) {
        return client.control("GET", "/tasks/" + ReApiClient.id(submitted), "").getString("size");
    }
}
