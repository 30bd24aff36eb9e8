package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.IMAGE_USER;
import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits whose images are in a form. */
@WireTest
class EditIT {

    private static final byte[] PNG = Parts.png(64, 64);

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @ParameterizedTest
    @CsvSource({
        "image, image.png, image/png, 1",
        "image, upload, application/octet-stream, 1",
        "image, '', application/octet-stream, 1",
        "image[], image.png, image/png, 1",
        "image[], image.png, image/png, 2",
        "image[], image.png, image/png, 16"
    })
    @Documented(
            value = "providers/openai.md §4: image, or image[] up to 16",
            rule = "a form has one image or up to 16 of them, as image or image[]",
            negativeTest = "rejectsFormWithoutImage",
            dialect = "openai",
            of = {"EditRequest.images", "EditRequest.model", "EditRequest.prompt"})
    @Documented(
            value = "providers/openai.md §7: the general rule is unknown",
            rule = "an image to edit has 512 tokens",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "Usage.input_tokens_details.image_tokens")
    void editsFormOfClients(String name, String fileName, String type, int count) {
        MultiPartSpecification image = Parts.file(name, PNG, fileName, type);

        Response response = client.edit(Collections.nCopies(count, image).toArray(MultiPartSpecification[]::new));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.<Integer>path("usage.input_tokens_details.image_tokens"))
                .isEqualTo(512 * count);
        assertThat(response.<Integer>path("usage.input_tokens")).isEqualTo(512 * count + 7);
        assertThat(OpenAiClient.image(response, 0)).isNotEmpty();
    }

    @Test
    void rejectsGif() {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);

        assertRefused(client.edit(Parts.file("image", Parts.write(image, "gif"))), 400, "invalid_image_file");
    }

    @ParameterizedTest
    @CsvSource({
        "n, 2,",
        "size, 1536x864, 1536x864",
        "quality, medium, medium",
        "background, transparent, transparent",
        "moderation, low,",
        "output_format, webp, webp",
        "output_compression, 50,",
        "stream, false,",
        "partial_images, 0,",
        "user, u,",
        "safety_identifier, s,"
    })
    @Documented(
            value = "providers/openai.md §4: edit parameters",
            rule = "an edit has the parameters of a generation, as texts in a form",
            negativeTest = "saysThatTextIsNotANumber",
            dialect = "openai",
            of = "EditRequest.*")
    void readsParametersFromTexts(String name, String value, String repeated) {
        Response response = client.edit(Parts.file("image", PNG), Parts.text(name, value));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.<String>path(name)).isEqualTo(repeated);
        assertThat(response.jsonPath().getList("data")).hasSize(name.equals("n") ? 2 : 1);
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: numbers arrive as text",
            rule = "a text that is no number is an invalid_type error with its own text",
            negativeTest = "readsParametersFromTexts",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void saysThatTextIsNotANumber() {
        assertRefused(
                client.edit(Parts.file("image", PNG), Parts.text("n", "abc")),
                400,
                INVALID_REQUEST,
                "n",
                "invalid_type",
                "Invalid type for 'n': expected an integer, but got a string value that could not be converted into an"
                        + " integer.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: part called images",
            rule = "a form with images gets the text that names image and image[]",
            negativeTest = "EditJsonIT.namesFieldOfOtherBody",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void explainsImagesPartInForm() {
        assertRefused(
                client.edit(Parts.file("images", PNG)),
                400,
                INVALID_REQUEST,
                "images",
                "invalid_value",
                "Unknown parameter: 'images'. For multipart/form-data use 'image' or 'image[]'.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: input_fidelity",
            rule = "gpt-image-2 has no input_fidelity, and gpt-image-1.5 has it",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = {"invalid_input_fidelity_model", "EditRequest.input_fidelity"})
    void rejectsInputFidelity() {
        assertRefused(
                client.edit(Parts.file("image", PNG), Parts.text("input_fidelity", "high")),
                400,
                IMAGE_USER,
                "input_fidelity",
                "invalid_input_fidelity_model",
                "The model 'gpt-image-2' does not support the 'input_fidelity' parameter.");
        client.request()
                .multiPart(Parts.text("model", "gpt-image-1.5"))
                .multiPart(Parts.text("prompt", "p"))
                .multiPart(Parts.text("input_fidelity", "high"))
                .multiPart(Parts.file("image", PNG))
                .post(OpenAiClient.EDITS)
                .then()
                .statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: missing images",
            rule = "a form without an image is a missing_required_parameter error",
            negativeTest = "editsFormOfClients",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "missing_required_parameter")
    void rejectsFormWithoutImage() {
        assertRefused(
                client.edit(),
                400,
                INVALID_REQUEST,
                "image",
                "missing_required_parameter",
                "Missing required parameter: 'image'.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: file that is no picture",
            rule = "a file that is no image is invalid_image_file with the number of the image",
            negativeTest = "editsFormOfClients",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "invalid_image_file")
    void numbersFileThatIsNoImage() {
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);

        assertRefused(
                client.edit(Parts.file("image[]", PNG), Parts.file("image[]", PNG), Parts.file("image[]", text)),
                400,
                IMAGE_USER,
                null,
                "invalid_image_file",
                "Invalid image file or mode for image 3, please check your image file.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: up to 16 images",
            rule = "a form with 17 images is refused",
            negativeTest = Documented.SAME,
            dialect = "openai")
    @Documented(
            value = "providers/openai.md §8.1 has no row for it",
            rule = "the error for too many images is array_above_max_length",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "array_above_max_length")
    void rejectsTooManyImages() {
        assertRefused(
                client.edit(images(17)),
                400,
                INVALID_REQUEST,
                "image",
                "array_above_max_length",
                "Invalid 'image': array too long. Expected an array with maximum length 16, but got an array with length"
                        + " 17 instead.");
        client.edit(images(16)).then().statusCode(200);
    }

    private static MultiPartSpecification[] images(int count) {
        return Collections.nCopies(count, Parts.file("image[]", PNG)).toArray(MultiPartSpecification[]::new);
    }
}
