package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @Documented(value = "seeds/004: the example of the SDK", dialect = "getimg", of = "CreateRequest.*")
    @Documented(
            value = "providers/getimg.md §4",
            dialect = "getimg",
            of = {"Generation.*", "Picture.*"})
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
    @Documented(value = "seeds/004: the response includes the URL of the image", dialect = "getimg", of = "Picture.url")
    void urlServesImage() {
        JsonPath response = client.generate(EXAMPLE).jsonPath();

        assertThat(response.getString("data[0].url")).contains(response.getString("id"));
        given().get(response.getString("data[0].url")).then().statusCode(200).contentType("image/jpeg");
    }

    @Test
    @Documented(
            value = "seeds/004: a usage object that shows the exact cost",
            dialect = "getimg",
            of = "Generation.usage.*")
    void chargesBalance() {
        client.generate(EXAMPLE).then().statusCode(200);

        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @Test
    @Documented(
            value = "seeds/004: pricing",
            dialect = "getimg",
            of = {"Generation.usage.total_cost", "Generation.usage.unit_price"})
    @Documented(
            value = "providers/getimg.md §7, the same price for all ratios; references are free",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void only2KRaisesPrice() {
        Response response = client.generateWith(
                "\"resolution\":\"2K\",\"aspect_ratio\":\"21:9\",\"images\":[{\"url\":\"https://e.com/a.png\"}]");

        assertThat(response.asString())
                .contains("\"total_cost\":0.12,\"billable_unit\":\"image\",\"unit_price\":0.12,");
        assertThat(client.balance()).isEqualByComparingTo("99.88");
    }

    @Test
    @Documented(
            value = "providers/getimg.md §3, the defaults",
            dialect = "getimg",
            of = {"CreateRequest.output_format", "CreateRequest.resolution"})
    @Documented(
            value = "SDK getimg-python: the first ratio that the model supports",
            dialect = "getimg",
            of = "CreateRequest.aspect_ratio")
    void defaultsToSquare1KJpeg() {
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

    @ParameterizedTest
    @CsvSource({
        "1:1,1K,1024,1024",
        "2:3,1K,1024,1536",
        "3:2,1K,1536,1024",
        "4:3,1K,1024,768",
        "3:4,1K,768,1024",
        "4:5,1K,1024,1280",
        "16:9,1K,1536,864",
        "9:16,1K,864,1536",
        "21:9,1K,2016,864",
        "1:1,2K,2048,2048",
        "2:3,2K,1360,2048",
        "3:2,2K,2048,1360",
        "4:3,2K,2048,1536",
        "3:4,2K,1536,2048",
        "4:5,2K,2048,2560",
        "16:9,2K,2048,1152",
        "9:16,2K,1152,2048",
        "21:9,2K,2688,1152"
    })
    @Documented(
            value = "seeds/004: nine aspect ratios, two resolutions",
            dialect = "getimg",
            of = {"CreateRequest.aspect_ratio", "CreateRequest.resolution"})
    @Documented(
            value = "providers/getimg.md §8, the pixels",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"Picture.width", "Picture.height"})
    void imageHasReportedSize(String ratio, String resolution, int width, int height) {
        JsonPath response = client.generateWith(
                        "\"aspect_ratio\":\"" + ratio + "\",\"resolution\":\"" + resolution + "\"")
                .jsonPath();
        BufferedImage image = decode(ImageFormat.JPEG, response);

        assertThat(response.getInt("data[0].width")).isEqualTo(width).isEqualTo(image.getWidth());
        assertThat(response.getInt("data[0].height")).isEqualTo(height).isEqualTo(image.getHeight());
    }

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpeg,JPEG", "webp,WEBP"})
    @Documented(
            value = "providers/getimg.md §3",
            dialect = "getimg",
            of = {"CreateRequest.output_format", "Picture.mime_type"})
    void imageHasRequestedFormat(String name, ImageFormat format) {
        JsonPath response =
                client.generateWith("\"output_format\":\"" + name + "\"").jsonPath();

        assertThat(response.getString("data[0].mime_type")).isEqualTo("image/" + name);
        assertThat(decode(format, response).getWidth()).isEqualTo(1024);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §4, 24 hours",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Picture.deletes_at")
    void imageExpiresAfter24Hours() {
        JsonPath response = client.generate(EXAMPLE).jsonPath();
        Instant deletesAt = Instant.parse(response.getString("data[0].deletes_at"));

        assertThat(deletesAt)
                .isEqualTo(client.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(24)));
        assertThat(response.getString("data[0].url")).contains("?exp=" + deletesAt.getEpochSecond() + "&");
    }

    private static BufferedImage decode(ImageFormat format, JsonPath response) {
        byte[] file = given().get(response.getString("data[0].url"))
                .then()
                .statusCode(200)
                .contentType(response.getString("data[0].mime_type"))
                .extract()
                .asByteArray();
        return Decoders.decode(format, file);
    }
}
