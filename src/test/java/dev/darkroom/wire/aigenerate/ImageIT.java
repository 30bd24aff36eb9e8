package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WireTest
class ImageIT {

    private static final String GPT_IMAGE_1_5 = "openai-gpt-image-1-5-text-to-image-high";

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({"'', 1024x1024", "1:1, 1024x1024", "2:3, 1024x1536", "3:2, 1536x1024"})
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 1.5 draws 1024x1024, 1024x1536 or 1536x1024 pixels",
            value = "providers/aigenerate.md §10: OpenAI's sizes",
            certainty = Certainty.INFERRED,
            of = "OneFiveInput.aspect_ratio",
            negativeTest = "InputIT.namesInvalidOneFiveInput",
            witness = "sharp 0.35.5")
    @Documented(
            dialect = "aigenerate",
            rule = "the aspect ratio of GPT Image 1.5 is 1:1 by default",
            value = "a choice, because no page has a default",
            certainty = Certainty.INFERRED,
            of = "OneFiveInput.aspect_ratio",
            negativeTest = Documented.SAME,
            witness = "sharp 0.35.5")
    @Documented(
            dialect = "aigenerate",
            rule = "images are PNG files",
            value = "no page says the format; see darkroom.aigenerate.output-format",
            certainty = Certainty.INFERRED,
            negativeTest = "SettingsIT.imageHasConfiguredFormatAndExpiry",
            witness = "sharp 0.35.5, file 5.44")
    void drawsGptImage15InExpectedSize(String ratio, String pixels) throws IOException {
        assertThat(drawnSize(GPT_IMAGE_1_5, ratio.isEmpty() ? "" : ",\"aspect_ratio\":\"" + ratio + "\""))
                .isEqualTo(pixels);
    }

    @ParameterizedTest
    @CsvSource({
        ", , 1024x1024",
        ", 2K, 2048x2048",
        "auto, 1K, 1024x1024",
        "1:1, 2K, 2048x2048",
        "3:2, 1K, 1536x1024",
        "4:5, 1K, 1024x1280",
        "16:9, 1K, 1536x864",
        "9:16, 2K, 1152x2048",
        "16:9, 4K, 3840x2160",
        "21:9, 4K, 3840x1648",
        "5:4, 4K, 3216x2576",
        "4:5, 4K, 2576x3216",
        "4:3, 4K, 3312x2480",
        "3:4, 4K, 2480x3312",
        "3:2, 4K, 3520x2336",
        "2:3, 4K, 2336x3520",
        "4:3, 2K, 2048x1536"
    })
    @Documented(
            dialect = "aigenerate",
            rule = "GPT Image 2 draws the sizes of related services in eleven aspect ratios",
            value = "providers/aigenerate.md §10: the table of providers/aivideoapi.md §11",
            certainty = Certainty.INFERRED,
            of = {"TwoInput.aspect_ratio", "TwoInput.resolution"},
            negativeTest = "InputIT.namesInvalidTwoInput",
            witness = "sharp 0.35.5")
    @Documented(
            dialect = "aigenerate",
            rule = "the sizes of six ratios at 4K are unknown; they have at most as many pixels as 3840x2160",
            value = "no table has them",
            certainty = Certainty.INFERRED,
            of = {"TwoInput.aspect_ratio", "TwoInput.resolution"},
            negativeTest = Documented.SAME,
            witness = "sharp 0.35.5")
    @Documented(
            dialect = "aigenerate",
            rule = "the aspect ratio of GPT Image 2 is auto by default, which is drawn as 1:1",
            value = "providers/aigenerate.md §2: the default; no page says what auto chooses",
            certainty = Certainty.INFERRED,
            of = "TwoInput.aspect_ratio",
            negativeTest = Documented.SAME,
            witness = "sharp 0.35.5")
    void drawsGptImage2InExpectedSize(String ratio, String resolution, String pixels) throws IOException {
        assertThat(drawnSize(
                        AiGenerateClient.GPT_IMAGE_2, field("aspect_ratio", ratio) + field("resolution", resolution)))
                .isEqualTo(pixels);
    }

    private static String field(String name, String value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "an image can be downloaded for 24 hours, then its URL reports 404",
            value = "providers/aigenerate.md §3: kie.ai's direct URLs may last about 24 hours",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME)
    void servesImageFor24HoursThenReports404() {
        String url = url("");
        client.advance("86399s");
        given().filter(AiGenerateClient.CONTRACT)
                .get(URI.create(url).getPath())
                .then()
                .statusCode(200)
                .contentType("image/png");

        client.advance("1s");
        Response expired =
                given().filter(AiGenerateClient.CONTRACT).get(URI.create(url).getPath());
        assertThat(expired.statusCode()).isEqualTo(404);
        assertThat(expired.asString()).startsWith("{\"code\":404,\"msg\":\"").contains("expired");
    }

    @Test
    void reports404BeforeSuccessAndAfterFailure() {
        String url = url("");
        String unfinishedTask = client.createTask();
        String unfinishedImage =
                unfinishedTask.replaceFirst(".*_(\\w{24})\\w{8}$", "$1") + url.replaceFirst(".*(\\w{8}\\.png)$", "$1");
        String unfinishedUrl = url.replaceFirst("[0-9a-f]{32}\\.png", unfinishedImage);

        given().get(unfinishedUrl).then().statusCode(404);
        client.fail(unfinishedTask);
        given().get(unfinishedUrl).then().statusCode(404);
        given().get(url.replaceFirst("[0-9a-f]{32}", "nonsense")).then().statusCode(404);
        given().get(url.replace(".png", ".jpg")).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"missing, 404", "expired, 404"})
    void triggersInjectFileFaults(String fault, int status) {
        given().get(url("[[file: " + fault + "]]")).then().statusCode(status);
    }

    @Test
    void noOutputTriggerLeavesResultEmpty() {
        String task = client.createTask("\"prompt\":\"[[no_output]]\"");
        client.advance("2s");

        assertThat(JsonPath.from(client.task(task).getString("resultJson")).<List<String>>get("resultUrls"))
                .isEmpty();
    }

    private String drawnSize(String model, String input) throws IOException {
        String task = AiGenerateClient.taskId(client.createFrom(model, "\"prompt\":\"p\"" + input));
        client.advance("2s");
        Response file = given().get(client.url(task));
        assertThat(file.contentType()).isEqualTo("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.asByteArray()));
        return image.getWidth() + "x" + image.getHeight();
    }

    private String url(String trigger) {
        String task = client.createTask("\"prompt\":\"a fox " + trigger + "\"");
        client.advance("2s");
        return client.url(task);
    }
}
