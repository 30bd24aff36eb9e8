package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Masks of edits. */
@WireTest
class EditMaskIT {

    private static final byte[] IMAGE = Parts.png(64, 64);
    private static final String NO_ALPHA = "Invalid mask: it must be a PNG image with an alpha channel.";

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §4: a mask has alpha and the same dimensions",
            rule = "a mask is a PNG with an alpha channel, as large as the first image",
            negativeTest = Documented.SAME,
            dialect = "openai",
            of = "EditRequest.mask.image_url")
    @Documented(
            value = "providers/openai.md §4 has no texts for masks",
            rule = "a wrong mask is an invalid_value error that says what is wrong",
            negativeTest = Documented.SAME,
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void maskHasAlphaAndSizeOfFirstImage() {
        mask(IMAGE).then().statusCode(200);
        assertWrong(mask(Parts.opaquePng(64, 64)), NO_ALPHA);
        assertWrong(mask(Parts.jpeg(64, 64)), NO_ALPHA);
        assertWrong(
                mask(Parts.png(32, 64)),
                "Invalid mask: its size 32x64 does not match the size 64x64 of the first image.");
    }

    @Test
    void maskIsComparedWithFirstImageOnly() {
        client.edit(Parts.file("image[]", IMAGE), Parts.file("image[]", Parts.png(32, 64)), Parts.file("mask", IMAGE))
                .then()
                .statusCode(200);
    }

    /** Programs that make small PNG files write the alpha of a palette in a chunk of its own. */
    @Test
    void acceptsPaletteWithTransparency() {
        mask(palette(0)).then().statusCode(200);
        assertWrong(mask(palette(-1)), NO_ALPHA);
    }

    @Test
    void maskIsNotCountedAsImage() {
        assertThat(mask(IMAGE).<Integer>path("usage.input_tokens_details.image_tokens"))
                .isEqualTo(512);
    }

    @Test
    void maskInFormIsFile() {
        assertRefused(
                client.edit(Parts.file("image", IMAGE), Parts.text("mask", "x")),
                400,
                INVALID_REQUEST,
                "mask",
                "invalid_type",
                "Invalid type for 'mask': expected a file, but got a string instead.");
    }

    private Response mask(byte[] mask) {
        return client.edit(Parts.file("image", IMAGE), Parts.file("mask", mask));
    }

    /** @param transparent the index of the transparent color, or -1 for none */
    private static byte[] palette(int transparent) {
        byte[] levels = {0, (byte) 255};
        IndexColorModel colors = new IndexColorModel(8, 2, levels, levels, levels, transparent);
        return Parts.png(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED, colors));
    }

    private static void assertWrong(Response refused, String message) {
        assertRefused(refused, 400, INVALID_REQUEST, "mask", "invalid_value", message);
    }
}
