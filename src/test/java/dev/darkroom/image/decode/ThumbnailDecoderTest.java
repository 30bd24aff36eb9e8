package dev.darkroom.image.decode;

import static dev.darkroom.image.decode.ThumbnailAssert.assertLooksLike;
import static dev.darkroom.image.decode.ThumbnailAssert.decode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.Placeholder;
import dev.darkroom.image.TestImage;
import dev.darkroom.image.Thumbnail;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailDecoderTest {

    /** Placeholders are references too: clients edit the images that they have created. */
    @ParameterizedTest
    @EnumSource
    void decodesPlaceholders(ImageFormat format) {
        TestImage image = TestImage.SQUARE.withSize(1536, 1024).withFormat(format);
        byte[] file = new Placeholder().draw(image.facts(), List.of());

        assertLooksLike(decode(file), Decoders.decode(format, file), 1);
    }

    @ParameterizedTest
    @CsvSource({"256, 256, 256, 256", "257, 256, 129, 128", "1, 20000, 1, 254", "6000, 6000, 250, 250"})
    void hasAtMost256PixelsPerSide(int width, int height, int columns, int rows) {
        Thumbnail thumbnail =
                decode(SampleImages.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png"));

        assertThat(thumbnail.width()).isEqualTo(columns);
        assertThat(thumbnail.height()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"1, 20001", "6001, 6000"})
    void refusesLargeImages(int width, int height) {
        byte[] file = SampleImages.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");

        assertThatThrownBy(() -> ThumbnailDecoder.decode(file))
                .isInstanceOf(IOException.class)
                .hasMessage("it has " + width + "x" + height
                        + " pixels; the limits are 36000000 pixels and 20000 per side");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF", "<svg/>", "II*\0 a TIFF"})
    void namesReadableFormats(String file) {
        assertThatThrownBy(() -> ThumbnailDecoder.decode(file.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not a PNG, JPEG, WebP, GIF or BMP image");
    }
}
