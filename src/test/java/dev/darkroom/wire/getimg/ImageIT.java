package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image of a generation: its URL, size, format and lifetime. */
@WireTest
class ImageIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @Test
    @Documented(
            value = "seeds/004: the response includes the URL of the image",
            rule = "the URL in the response serves the image",
            negativeTest = "DownloadIT.rejectsInvalidSignature",
            dialect = "getimg",
            of = "Picture.url",
            witness = "Pillow 12.3.0, curl 7.88.1, file 5.44")
    @Documented(
            value = "providers/getimg.md §1: /v2/downloads/{id}/{i}",
            rule = "the URL contains the id of the generation",
            negativeTest = "DownloadIT.reportsUnknownImageAsNotFound",
            dialect = "getimg",
            of = {"Generation.id", "Picture.url"})
    void urlServesImage() {
        JsonPath response = client.generateFrom("p").jsonPath();

        assertThat(response.getString("data[0].url")).contains(response.getString("id"));
        given().get(response.getString("data[0].url")).then().statusCode(200).contentType("image/jpeg");
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
            value = "seeds/004: FAQ, 1K and 2K across 9 aspect ratios",
            rule = "accepts nine aspect ratios in 1K and in 2K",
            negativeTest = "FieldsIT.reportsUnsupportedValue",
            dialect = "getimg",
            of = {"CreateRequest.aspect_ratio", "CreateRequest.resolution"},
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "SDK getimg-python: the width and height of the image in pixels",
            rule = "the file has the reported width and height",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {"Picture.width", "Picture.height"},
            witness = "Pillow 12.3.0")
    @Documented(
            value = "providers/getimg.md §8: the sizes of another vendor",
            rule = "1:1 has 1024 x 1024 pixels in 1K and 2048 x 2048 in 2K, and each ratio has one size",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"Picture.width", "Picture.height"},
            witness = "Pillow 12.3.0")
    @Documented(
            value = "providers/getimg.md §7: the same price for all ratios",
            rule = "the ratio does not change the price",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Generation.usage.total_cost")
    void imageHasReportedSize(String ratio, String resolution, int width, int height) {
        JsonPath response = client.generateWith(
                        "\"aspect_ratio\":\"" + ratio + "\",\"resolution\":\"" + resolution + "\"")
                .jsonPath();
        BufferedImage image = decode(ImageFormat.JPEG, response);

        assertThat(response.getInt("data[0].width")).isEqualTo(width).isEqualTo(image.getWidth());
        assertThat(response.getInt("data[0].height")).isEqualTo(height).isEqualTo(image.getHeight());
        assertThat(response.getString("usage.total_cost")).isEqualTo("1K".equals(resolution) ? "0.06" : "0.12");
    }

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpeg,JPEG", "webp,WEBP"})
    @Documented(
            value = "providers/getimg.md §3: png, jpeg, webp",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "CreateRequest.output_format",
            witness = "Pillow 12.3.0")
    @Documented(
            value = "SDK getimg-python: the MIME type of the image",
            rule = "mime_type is that of the file",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "Picture.mime_type",
            witness = "Pillow 12.3.0")
    void imageHasRequestedFormat(String name, ImageFormat format) {
        JsonPath response =
                client.generateWith("\"output_format\":\"" + name + "\"").jsonPath();

        assertThat(response.getString("data[0].mime_type")).isEqualTo("image/" + name);
        assertThat(decode(format, response).getWidth()).isEqualTo(1024);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §4: 24 hours",
            rule = "deletes_at is 24 hours after the generation",
            negativeTest = "DownloadIT.rejectsExpiredUrl",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Picture.deletes_at")
    @Documented(
            value = "providers/getimg.md §4: exp is in Unix seconds",
            rule = "exp in the URL is in Unix seconds",
            negativeTest = "DownloadIT.rejectsInvalidSignature",
            dialect = "getimg",
            of = "Picture.url")
    @Documented(
            value = "the vendor's sample has two times that do not match",
            rule = "exp is the same time as deletes_at",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Picture.url")
    void imageExpiresAfter24Hours() {
        JsonPath response = client.generateFrom("p").jsonPath();
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
