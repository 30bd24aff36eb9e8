package dev.darkroom.wire.image;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireTest
class ImageIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({
        "auto,1k,1024x1024",
        "auto,2k,2048x2048",
        "1:1,1k,1024x1024",
        "1:1,2k,2048x2048",
        "5:4,1k,1280x1024",
        "5:4,2k,2560x2048",
        "4:5,1k,1024x1280",
        "4:5,2k,2048x2560",
        "4:3,1k,1024x768",
        "4:3,2k,2048x1536",
        "3:4,1k,768x1024",
        "3:4,2k,1536x2048",
        "3:2,1k,1536x1024",
        "3:2,2k,2048x1360",
        "2:3,1k,1024x1536",
        "2:3,2k,1360x2048",
        "16:9,1k,1536x864",
        "16:9,2k,2048x1152",
        "16:9,4k,3840x2160",
        "9:16,1k,864x1536",
        "9:16,2k,1152x2048",
        "9:16,4k,2160x3840",
        "2:1,1k,2048x1024",
        "2:1,2k,2688x1344",
        "2:1,4k,3840x1920",
        "1:2,1k,1024x2048",
        "1:2,2k,1344x2688",
        "1:2,4k,1920x3840",
        "21:9,1k,2016x864",
        "21:9,2k,2688x1152",
        "21:9,4k,3840x1648",
        "9:21,1k,864x2016",
        "9:21,2k,1152x2688",
        "9:21,4k,1648x3840"
    })
    @Documented(
            value = "seeds/001: Input Parameters, aspect_ratio and resolution, One of",
            rule = "all fourteen ratios are accepted at 1k and 2k, and six at 4k",
            negativeTest = "InputIT.namesInvalidField",
            of = {"Input.aspect_ratio", "Input.resolution"},
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §11, the table of a sister service",
            certainty = Certainty.INFERRED,
            rule = "the ratio and the resolution determine the size in pixels",
            negativeTest = Documented.SAME,
            of = {"Input.aspect_ratio", "Input.resolution"},
            witness = "Pillow 12.3.0")
    @Documented(
            value = "seeds/001: Query Task, the name in the example ends with .png",
            certainty = Certainty.INFERRED,
            rule = "an image is a PNG file",
            negativeTest = "ServerSettingsIT.rendersImagesInConfiguredFormat",
            witness = "Pillow 12.3.0, file 5.44")
    @Documented(
            value = "the page gives a URL, and no key for it",
            certainty = Certainty.INFERRED,
            rule = "an image is downloaded without a key",
            negativeTest = "doesNotServeImageBeforeCompletion",
            witness = "curl 7.88.1")
    void rendersExactSize(String ratio, String resolution, String pixels) throws IOException {
        String url = imageUrl("\"aspect_ratio\":\"" + ratio + "\",\"resolution\":\"" + resolution + "\"");

        Response file = given().get(url);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.asByteArray()));
        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(pixels);
    }

    @Test
    void embedsTaskMetadata() throws Exception {
        String url = imageUrl("\"aspect_ratio\":\"1:1\"");
        String id = url.replaceAll(".*/(\\w{8})(\\w{4})(\\w{4})(\\w{4})(\\w{4})\\w{8}.png", "$1-$2-$3-$4-$5");

        String file = new String(given().get(url).asByteArray(), StandardCharsets.ISO_8859_1);

        assertThat(file)
                .contains("tEXttask_id\0" + id, "tEXtSoftware\0Darkroom", "tEXtprompt\0p", "tEXtsize\0001024x1024");
    }

    @Test
    void rendersDeterministicallyPerTask() {
        String url = imageUrl("\"aspect_ratio\":\"1:1\"");

        assertThat(given().get(url).asByteArray())
                .isEqualTo(given().get(url).asByteArray())
                .isNotEqualTo(given().get(imageUrl("\"aspect_ratio\":\"1:1\"")).asByteArray());
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §5, 24 hours, which the vendor documents for videos",
            certainty = Certainty.INFERRED,
            rule = "an image can be downloaded for 24 hours",
            negativeTest = Documented.SAME)
    void servesImageForOneDay() {
        String url = imageUrl("\"aspect_ratio\":\"1:1\"");
        client.advance("86399s");
        given().get(url).then().statusCode(200);

        client.advance("1s");
        given().get(url).then().statusCode(404).body("error.message", containsString("expired"));
    }

    @Test
    void doesNotServeImageBeforeCompletion() {
        String url = imageUrl("\"aspect_ratio\":\"1:1\"");
        String id = client.createTask("\"prompt\":\"p\"");
        String pendingUrl = withTaskId(url, id);

        given().get(pendingUrl).then().statusCode(404);
        client.advance("2s");
        given().get(pendingUrl).then().statusCode(200);
    }

    @Test
    void doesNotServeImageOfFailedTask() {
        String url = imageUrl("\"aspect_ratio\":\"1:1\"");
        String id = client.createTask("\"prompt\":\"p\"");
        client.fail(id);

        given().get(withTaskId(url, id)).then().statusCode(404);
    }

    private String imageUrl(String input) {
        String id = client.createTask("\"prompt\":\"p\"," + input);
        client.advance("2s");
        return client.task(id).getString("output.urls[0]");
    }

    /** Replaces the task ID in an image URL; both tasks belong to the same sandbox. */
    private static String withTaskId(String url, String id) {
        return url.replaceFirst(
                "[0-9a-f]{24}([0-9a-f]{8})\\.png", id.replace("-", "").substring(0, 24) + "$1.png");
    }
}
