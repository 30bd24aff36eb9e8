package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.IMAGE_USER;
import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.specification.MultiPartSpecification;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks of images to edit and of masks. */
@WireTest
class EditFilesIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.1: file that is no picture",
            rule = "a file that is no image is an invalid_image_file error that counts the images",
            negativeTest = "EditIT.editsFormOfClients",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "invalid_image_file")
    void rejectsFileThatIsNoImage() {
        assertRefused(
                client.edit(
                        Parts.file("image[]", Parts.png(64, 64)),
                        Parts.file("image[]", "hello".getBytes(StandardCharsets.UTF_8))),
                400,
                IMAGE_USER,
                null,
                "invalid_image_file",
                "Invalid image file or mode for image 2, please check your image file.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: up to 16 images",
            rule = "an edit has at most 16 images",
            negativeTest = Documented.SAME,
            dialect = "openai")
    @Documented(
            value = "providers/openai.md §8.1 has no row for it",
            rule = "the error for too many images is array_above_max_length",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "array_above_max_length")
    void rejectsSeventeenImages() {
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

    @Test
    @Documented(
            value = "providers/openai.md §4: input_fidelity",
            rule = "gpt-image-2 has no input_fidelity",
            negativeTest = "olderModelHasInputFidelity",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = {"invalid_input_fidelity_model", "EditRequest.input_fidelity"})
    void rejectsInputFidelity() {
        assertRefused(
                client.edit(Parts.file("image", Parts.png(64, 64)), Parts.text("input_fidelity", "high")),
                400,
                IMAGE_USER,
                "input_fidelity",
                "invalid_input_fidelity_model",
                "The model 'gpt-image-2' does not support the 'input_fidelity' parameter.");
    }

    @Test
    void olderModelHasInputFidelity() {
        String fields = "\"images\":[{\"image_url\":\"" + Parts.dataUrl(Parts.png(64, 64))
                + "\"}],\"input_fidelity\":\"high\"}";
        client.post(OpenAiClient.EDITS, "{\"model\":\"gpt-image-1.5\",\"prompt\":\"p\"," + fields)
                .then()
                .statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: mask",
            rule = "a mask is a PNG image with an alpha channel, as large as the first image",
            negativeTest = Documented.SAME,
            dialect = "openai",
            of = "EditRequest.mask.image_url")
    void checksMask() {
        byte[] image = Parts.png(64, 64);
        client.edit(Parts.file("image", image), Parts.file("mask", image))
                .then()
                .statusCode(200);
        client.editWith(linked(Parts.png(64, 64))).then().statusCode(200);

        assertRefused(client.editWith(linked(Parts.png(32, 64))), 400, "invalid_value");
        assertRefused(
                client.edit(Parts.file("image", image), Parts.file("mask", Parts.png(32, 64))),
                400,
                INVALID_REQUEST,
                "mask",
                "invalid_value",
                "Invalid mask: its size 32x64 does not match the size 64x64 of the first image.");
        assertRefused(
                client.edit(Parts.file("image", image), Parts.file("mask", Parts.opaquePng(64, 64))),
                400,
                INVALID_REQUEST,
                "mask",
                "invalid_value",
                "Invalid mask: it must be a PNG image with an alpha channel.");
    }

    private static String linked(byte[] mask) {
        return "\"images\":[{\"image_url\":\"" + Parts.dataUrl(Parts.png(64, 64)) + "\"}],\"mask\":{\"image_url\":\""
                + Parts.dataUrl(mask) + "\"}";
    }

    private static MultiPartSpecification[] images(int count) {
        return Stream.generate(() -> Parts.file("image[]", Parts.png(8, 8)))
                .limit(count)
                .toArray(MultiPartSpecification[]::new);
    }
}
