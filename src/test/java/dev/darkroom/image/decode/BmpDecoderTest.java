package dev.darkroom.image.decode;

import static dev.darkroom.image.decode.ThumbnailAssert.assertLooksLike;
import static dev.darkroom.image.decode.ThumbnailAssert.decode;
import static dev.darkroom.image.decode.ThumbnailAssert.readWithJdk;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageWriteParam;
import javax.imageio.plugins.bmp.BMPImageWriteParam;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Compares with the JDK's reader. */
class BmpDecoderTest {

    @Property(tries = 60)
    void decodesPalettesAndColors(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int width,
            @ForAll @IntRange(min = 1, max = 400) int height,
            @ForAll @IntRange(max = 4) int kind,
            @ForAll boolean isTopDown) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image =
                switch (kind) {
                    case 0 -> SampleImages.random(random, width, height, BufferedImage.TYPE_3BYTE_BGR);
                    case 1 -> SampleImages.random(random, width, height, BufferedImage.TYPE_INT_RGB);
                    case 2 -> opaque(SampleImages.withPalette(random, width, height, 1));
                    case 3 -> opaque(SampleImages.withPalette(random, width, height, 4));
                    default -> opaque(SampleImages.withPalette(random, width, height, 8));
                };

        byte[] file = SampleImages.write(image, "bmp", param -> ((BMPImageWriteParam) param).setTopDown(isTopDown));

        assertLooksLike(decode(file), readWithJdk(file), 0.51);
    }

    /** The JDK does not write a palette that has a transparent color. */
    private static BufferedImage opaque(BufferedImage image) {
        IndexColorModel palette = (IndexColorModel) image.getColorModel();
        int[] colors = new int[palette.getMapSize()];
        palette.getRGBs(colors);
        IndexColorModel opaque = new IndexColorModel(
                palette.getPixelSize(),
                colors.length,
                colors,
                0,
                false,
                -1,
                image.getRaster().getTransferType());
        return new BufferedImage(opaque, image.getRaster(), false, null);
    }

    @Test
    void namesSupportedKinds() {
        byte[] file =
                SampleImages.write(opaque(SampleImages.withPalette(new SplittableRandom(1), 9, 9, 8)), "bmp", param -> {
                    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    param.setCompressionType("BI_RLE8");
                });

        assertThatThrownBy(() -> ThumbnailDecoder.decode(file))
                .isInstanceOf(IOException.class)
                .hasMessage("it is a BMP with 8 bits per pixel and compression 1;"
                        + " only 1, 4, 8, 24 and 32 bits without compression are supported");
    }
}
