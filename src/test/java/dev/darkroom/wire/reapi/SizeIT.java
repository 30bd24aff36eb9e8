package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
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

/** The pixel sizes of images. */
@WireTest
class SizeIT {

    private static final String FOUR_K_RULE = "4K requires an explicit size in {16:9, 9:16, 2:1, 1:2, 21:9, 9:21}";

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({
        "auto,1024x1024,2048x2048,",
        "1:1,1024x1024,2048x2048,",
        "16:9,1536x864,2048x1152,3840x2160",
        "9:16,864x1536,1152x2048,2160x3840",
        "4:3,1024x768,2048x1536,",
        "3:4,768x1024,1536x2048,",
        "3:2,1536x1024,2048x1360,",
        "2:3,1024x1536,1360x2048,",
        "5:4,1280x1024,2560x2048,",
        "4:5,1024x1280,2048x2560,",
        "2:1,2048x1024,2688x1344,3840x1920",
        "1:2,1024x2048,1344x2688,1920x3840",
        "21:9,2016x864,2688x1152,3840x1648",
        "9:21,864x2016,1152x2688,1648x3840"
    })
    @Documented(
            value = "providers/reapi.md §3: size and resolution",
            dialect = "reapi",
            rule = "size is auto or one of 13 ratios; resolution is 1k, 2k or 4k, and 1k by default",
            of = {"BasicRequest.size", "OfficialRequest.size", "Generation.resolution"},
            negativeTest = "SubmitIT.namesInvalidField",
            witness = "openai-python 3.22.1, Pillow 12.3.0")
    @Documented(
            value = "seeds/002: 4k needs widescreen ratio",
            dialect = "reapi",
            rule = "4k needs a widescreen ratio",
            of = {"BasicRequest.size", "OfficialRequest.size", "Generation.resolution"},
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: the rule, known only from another project's catalog",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the ratios at 4k are 16:9, 9:16, 2:1, 1:2, 21:9 and 9:21",
            of = {"BasicRequest.size", "OfficialRequest.size"},
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §10: derived from prices that are proportional to the number of pixels",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "each ratio has a size in pixels at each resolution, such as 1536x864 for 16:9 at 1k",
            negativeTest = "officialChannelAcceptsPixels",
            witness = "Pillow 12.3.0")
    void mapsRatioToPixelsAtEachResolution(String ratio, String oneK, String twoK, String fourK) {
        assertThat(pixelSize(client.basic(size(ratio)))).isEqualTo(oneK);
        assertThat(pixelSize(client.official(size(ratio), resolution("1k")))).isEqualTo(oneK);
        assertThat(pixelSize(client.basic(size(ratio), resolution("2k")))).isEqualTo(twoK);
        for (Response submitted : new Response[] {
            client.basic(size(ratio), resolution("4k")), client.official(size(ratio), resolution("4k"))
        }) {
            if (fourK == null) {
                assertRefused(submitted, 400, 20003, FOUR_K_RULE);
            } else {
                assertThat(pixelSize(submitted)).isEqualTo(fourK);
            }
        }
    }

    @Test
    @Documented(
            value = "seeds/002: 4k needs widescreen ratio; providers/reapi.md §3: the default of size is 1:1",
            dialect = "reapi",
            rule = "4k needs a size, because the default is not a widescreen ratio",
            of = {"BasicRequest.size", "OfficialRequest.size", "Generation.resolution"},
            negativeTest = "mapsRatioToPixelsAtEachResolution",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §3: known only from another project's catalog",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the error at 4k is: 4K requires an explicit size in {16:9, 9:16, 2:1, 1:2, 21:9, 9:21}",
            of = "Error.error.message",
            negativeTest = "mapsRatioToPixelsAtEachResolution")
    void requiresSizeAt4k() {
        assertRefused(client.basic(resolution("4k")), 400, 20003, FOUR_K_RULE);
        assertRefused(client.official(resolution("4k")), 400, 20003, FOUR_K_RULE);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §3: the default of size is 1:1",
            dialect = "reapi",
            rule = "a request without a size makes a square",
            of = {"BasicRequest.size", "OfficialRequest.size"},
            negativeTest = "mapsRatioToPixelsAtEachResolution",
            witness = "Pillow 12.3.0")
    void defaultsToSquare() {
        assertThat(pixelSize(client.basic())).isEqualTo("1024x1024");
        assertThat(pixelSize(client.official(resolution("2k")))).isEqualTo("2048x2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1024x640", "1536x1024", "3840x2160", "2160x3840", "3072x1024", "1008x1008", "01024x1024"})
    @Documented(
            value = "providers/reapi.md §3: size of the official channel",
            dialect = "reapi",
            rule = "the official channel accepts a size in pixels, such as 1536x1024",
            of = "OfficialRequest.size",
            negativeTest = "rejectsSizeInPixelsOutsideLimits",
            witness = "openai-python 3.22.1, Pillow 12.3.0")
    @Documented(
            value = "providers/reapi.md §3: a size in pixels together with a resolution",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a size in pixels takes precedence over the resolution",
            of = {"OfficialRequest.size", "Generation.resolution"},
            negativeTest = "mapsRatioToPixelsAtEachResolution",
            witness = "Pillow 12.3.0")
    void officialChannelAcceptsPixels(String size) {
        String normalized = size.replaceFirst("^0+", "");

        assertThat(pixelSize(client.official(size(size)))).isEqualTo(normalized);
        assertThat(pixelSize(client.official(size(size), resolution("4k")))).isEqualTo(normalized);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000x1000|Both sides must be multiples of 16.",
                "1024x1023|Both sides must be multiples of 16.",
                "3856x1600|No side may be longer than 3840 pixels.",
                "1600x99999999999999999999|No side may be longer than 3840 pixels.",
                "0x0|It must have 655,360 to 8,294,400 pixels in total.",
                "3840x1264|One side may be at most 3 times as long as the other.",
                "512x1552|One side may be at most 3 times as long as the other.",
                "1024x624|It must have 655,360 to 8,294,400 pixels in total.",
                "3840x2176|It must have 655,360 to 8,294,400 pixels in total."
            })
    @Documented(
            value = "providers/reapi.md §3: OpenAI's limits",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the sides are multiples of 16 up to 3840, at most 3 to 1, with 655,360 to 8,294,400 pixels in all",
            of = "OfficialRequest.size",
            negativeTest = "officialChannelAcceptsPixels",
            witness = "openai-python 3.22.1")
    void rejectsSizeInPixelsOutsideLimits(String size, String rule) {
        assertRefused(client.official(size(size)), 400, 20003, "Invalid parameter: size. " + rule);
    }

    @Test
    @Documented(
            value = "providers/reapi.md §3: size of the basic channel",
            dialect = "reapi",
            rule = "the basic channel accepts no size in pixels",
            of = "BasicRequest.size",
            negativeTest = "officialChannelAcceptsPixels",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "no page gives the text",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the error for an unknown size lists the ratios and, at the official channel, a size in pixels",
            of = "Error.error.message",
            negativeTest = Documented.SAME)
    void basicChannelRejectsPixels() {
        Response refused = client.basic(size("1024x1024"));

        assertRefused(refused, 400, 20003);
        assertThat(refused.jsonPath().getString("error.message")).endsWith("21:9, 9:21.");
        assertThat(client.official(size("1024*1024")).jsonPath().getString("error.message"))
                .endsWith("21:9, 9:21. Or use pixels, such as 1536x1024.");
    }

    @Test
    @Documented(
            value = "seeds/002: 4k needs widescreen ratio, Pay only for completed generations",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "a ratio that is refused at 4k costs nothing and creates no task, whatever the prompt says",
            of = {"BasicRequest.size", "OfficialRequest.size"},
            negativeTest = "mapsRatioToPixelsAtEachResolution")
    @Documented(
            value = "seeds/002: auto picks ratio from prompt, 4k needs widescreen ratio; providers/reapi.md §3: known"
                    + " only from another project's catalog, 4K requires an explicit size",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "auto is refused at 4k, even if the prompt names a wide ratio",
            of = {"BasicRequest.size", "OfficialRequest.size"},
            negativeTest = "mapsRatioToPixelsAtEachResolution")
    void refusedRatioCostsNothing() {
        String prompt = "\"prompt\":\"widescreen, 16:9\"";
        for (String ratio : new String[] {"auto", "1:1", "5:4", "4:5", "4:3", "3:4", "3:2", "2:3"}) {
            assertRefused(client.basic(size(ratio), resolution("4k"), prompt), 400, 20003, FOUR_K_RULE);
            assertRefused(client.official(size(ratio), resolution("4k"), prompt), 400, 20003, FOUR_K_RULE);
        }
        assertRefused(client.basic(resolution("4k"), prompt), 400, 20003, FOUR_K_RULE);

        assertThat(client.credits()).isEqualTo(5000);
        assertThat(client.control("GET", "/tasks", "").getList("tasks")).isEmpty();
    }

    private String pixelSize(Response submitted) {
        String id = ReApiClient.id(submitted);
        return client.control("GET", "/tasks/" + id, "").getString("size");
    }

    private static String size(String size) {
        return "\"size\":\"" + size + "\"";
    }

    private static String resolution(String resolution) {
        return "\"resolution\":\"" + resolution + "\"";
    }
}
