package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits whose images are in JSON. */
@WireTest
class EditJsonIT {

    private static final String URL = Parts.dataUrl(Parts.png(64, 64));
    private static final String IMAGES = "\"images\":[{\"image_url\":\"" + URL + "\"}]";

    private static final int RED = 0xFFFF0000;

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §1 and §4: JSON with images",
            rule = "an edit takes JSON with images, whose URLs may be data URLs, and a mask",
            negativeTest = "rejectsImageThatIsNotAnObject",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "ImageReference.image_url")
    void editsDataUrls() {
        Response response = client.editWith(IMAGES + ",\"mask\":{\"image_url\":\"" + URL + "\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.<Integer>path("usage.input_tokens_details.image_tokens"))
                .isEqualTo(512);
        client.editWith("\"images\":[{\"image_url\":\"https://192.0.2.1/x.png\"},{\"image_url\":\"" + URL + "\"}]")
                .then()
                .statusCode(200);
    }

    @Test
    void drawsImageOfDataUrl() {
        BufferedImage red = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 640 * 640; pixel++) {
            red.setRGB(pixel % 640, pixel / 640, RED);
        }
        String url = Parts.dataUrl(Parts.png(red));

        assertThat(redPixels("{\"image_url\":\"" + url + "\"}")).isGreaterThan(1000);
        assertThat(redPixels("{\"image_url\":\"https://192.0.2.1/x.png\"}")).isZero();
    }

    private long redPixels(String image) {
        byte[] edited = OpenAiClient.image(client.editWith("\"images\":[" + image + "]"), 0);
        return IntStream.of(Decoders.pixels(Decoders.decode(ImageFormat.PNG, edited)))
                .filter(pixel -> pixel == RED)
                .count();
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: in JSON the other way round",
            rule = "JSON with image gets the text that names images",
            negativeTest = "EditIT.explainsImagesPartInForm",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void namesFieldOfOtherBody() {
        assertRefused(
                client.editWith("\"image\":\"x\""),
                400,
                INVALID_REQUEST,
                "image",
                "invalid_value",
                "Unknown parameter: 'image'. For application/json on /v1/images/edits, use 'images' (array).");
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: JSON images: []",
            rule = "an empty array of images is an empty_array error",
            negativeTest = "editsDataUrls",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "empty_array")
    void rejectsEmptyArray() {
        Response refused = client.editWith("\"images\":[]");

        assertRefused(refused, 400, "empty_array");
        assertThat(refused.<String>path("error.param")).isEqualTo("images");
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: a string member",
            rule = "an image that is no object is an invalid_type error, and its param has the index",
            negativeTest = "editsDataUrls",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    @Documented(
            value = "providers/openai.md §4: missing",
            rule = "an edit without images is a missing_required_parameter error",
            negativeTest = "editsDataUrls",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void rejectsImageThatIsNotAnObject() {
        assertRefused(
                client.editWith("\"images\":[{\"image_url\":\"" + URL + "\"},\"x\"]"),
                400,
                INVALID_REQUEST,
                "images[1]",
                "invalid_type",
                "Invalid type for 'images[1]': expected an object, but got a string instead.");
        assertRefused(
                client.post(OpenAiClient.EDITS, OpenAiClient.body("p")),
                400,
                INVALID_REQUEST,
                "images",
                "missing_required_parameter",
                "Missing required parameter: 'images'.");
    }

    @ParameterizedTest
    @CsvSource({"x", "ftp://host/x.png", "'data:image/png;base64,aGVsbG8='"})
    @Documented(
            value = "providers/openai.md §4 has no text for it",
            rule = "an image_url is an http or https URL, or a data URL with an image",
            negativeTest = "editsDataUrls",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsUrlWithoutImage(String url) {
        assertRefused(
                client.editWith("\"images\":[{\"image_url\":\"" + url + "\"}]"),
                400,
                INVALID_REQUEST,
                "images[0].image_url",
                "invalid_value",
                "Invalid 'images[0].image_url'. Expected an http or https URL, or a data: URL with a base64-encoded"
                        + " image.");
    }

    @Test
    @Documented(
            value = "Darkroom has no files",
            rule = "a file_id is refused with a text that says so",
            negativeTest = "editsDataUrls",
            dialect = "openai",
            certainty = Certainty.SCOPE,
            of = "ImageReference.file_id")
    void rejectsFileId() {
        Response refused = client.editWith("\"images\":[{\"file_id\":\"file-1\"}]");

        assertRefused(refused, 400, "invalid_value");
        assertThat(refused.<String>path("error.param")).isEqualTo("images[0].file_id");
        assertThat(refused.<String>path("error.message")).contains("Darkroom does not fake files");
    }

    @Test
    void maskIsComparedWithFirstImage() {
        String mask = Parts.dataUrl(Parts.png(32, 64));

        assertRefused(
                client.editWith(IMAGES + ",\"mask\":{\"image_url\":\"" + mask + "\"}"),
                400,
                INVALID_REQUEST,
                "mask",
                "invalid_value",
                "Invalid mask: its size 32x64 does not match the size 64x64 of the first image.");
    }
}
