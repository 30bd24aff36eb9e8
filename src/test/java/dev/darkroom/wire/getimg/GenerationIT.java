package dev.darkroom.wire.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example on the vendor's page, and its documented result. */
@WireTest
class GenerationIT {

    /** The request of the SDK. */
    private static final String EXAMPLE = """
            {
                "model": "gpt-image-2",
                "prompt": "3D balerina made out of tiny dust-like voxels, looking to the left, smoothly desintegrating into background, medium portrait shot, purple monochrome",
                "aspect_ratio": "1:1",
                "resolution": "1K",
                "output_format": "jpeg"
            }""";

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @Test
    @Documented(
            value = "seeds/004: the example of the SDK",
            rule = "accepts the example of the page, in one request",
            negativeTest = "FieldsIT.reportsUnsupportedValue",
            dialect = "getimg",
            of = {
                "CreateRequest.model",
                "CreateRequest.prompt",
                "CreateRequest.aspect_ratio",
                "CreateRequest.resolution",
                "CreateRequest.output_format"
            },
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §4: the sample of a response",
            rule = "the response has exactly the fields of the vendor's sample",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {"Generation.*", "Picture.*"},
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §4: deletes_at is an ISO 8601 time in UTC, as in the sample",
            rule = "deletes_at is in UTC, with milliseconds",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Picture.deletes_at",
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §4: an id like a ULID",
            rule = "the id has 26 characters of the alphabet of a ULID",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Generation.id",
            witness = "Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §4: sig is hexadecimal, its length is not stated",
            rule = "the signature has 64 hexadecimal digits",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Picture.url")
    void returnsImageInOneRequest() {
        Response response = client.generate(EXAMPLE);

        response.then().statusCode(200).header("Darkroom-Warning", (String) null);
        assertThat(response.contentType()).isEqualTo("application/json");
        assertThat(response.asString())
                .matches("\\{\"id\":\"req-[0-7][0-9A-HJKMNP-TV-Z]{25}\",\"status\":\"completed\","
                        + "\"model\":\"gpt-image-2\",\"data\":\\[\\{"
                        + "\"url\":\"http://localhost:\\d+/v2/downloads/req-[0-9A-Z]{26}/0\\?exp=\\d{10}&sig=[0-9a-f]{64}\","
                        + "\"width\":1024,\"height\":1024,\"mime_type\":\"image/jpeg\","
                        + "\"deletes_at\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z\"}],"
                        + "\"usage\":\\{\"total_cost\":0.06,\"billable_unit\":\"image\",\"unit_price\":0.06,"
                        + "\"quantity\":1}}");
    }

    @Test
    @Documented(
            value = "seeds/004: FAQ, a JSON body containing the model ID and a prompt",
            rule = "a request needs only a model and a prompt",
            negativeTest = "FieldsIT.namesMissingField",
            dialect = "getimg",
            of = {"CreateRequest.model", "CreateRequest.prompt"},
            witness = "getimg-python 0.4.0")
    void needsOnlyModelAndPrompt() {
        client.generate("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}")
                .then()
                .statusCode(200)
                .header("Darkroom-Warning", (String) null);
    }

    @Test
    @Documented(
            value = "SDK getimg-python: the first supported value is used when omitted",
            rule = "an omitted ratio or resolution is the first that the model supports",
            negativeTest = "ImageIT.imageHasReportedSize",
            dialect = "getimg",
            of = {"CreateRequest.aspect_ratio", "CreateRequest.resolution"},
            witness = "getimg-python 0.4.0, Pillow 12.3.0")
    @Documented(
            value = "providers/getimg.md §3: the default format",
            rule = "the default format is jpeg",
            negativeTest = "ImageIT.imageHasRequestedFormat",
            dialect = "getimg",
            of = "CreateRequest.output_format",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "the order on the page (seeds/004: FAQ)",
            rule = "the defaults are 1:1 and 1K",
            negativeTest = "ImageIT.imageHasReportedSize",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"CreateRequest.aspect_ratio", "CreateRequest.resolution"},
            witness = "Pillow 12.3.0")
    @Documented(
            value = "no page mentions null",
            rule = "an optional field that is null is omitted",
            negativeTest = "FieldsIT.namesMissingField",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0, Pillow 12.3.0")
    void defaultsToSquare1KJpeg() {
        JsonPath model = client.api().get("/v2/models/gpt-image-2").jsonPath();
        assertThat(model.getString("supported_aspect_ratios[0]")).isEqualTo("1:1");
        assertThat(model.getString("supported_resolutions[0]")).isEqualTo("1K");

        for (String body : new String[] {
            "{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}",
            "{\"model\":\"gpt-image-2\",\"prompt\":\"p\",\"aspect_ratio\":null,\"resolution\":null,"
                    + "\"output_format\":null,\"images\":null}"
        }) {
            JsonPath response = client.generate(body).jsonPath();

            assertThat(response.getString("data[0].mime_type")).isEqualTo("image/jpeg");
            assertThat(response.getInt("data[0].width")).isEqualTo(1024);
            assertThat(response.getInt("data[0].height")).isEqualTo(1024);
            assertThat(response.getDouble("usage.total_cost")).isEqualTo(0.06);
        }
    }
}
