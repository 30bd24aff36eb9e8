package dev.darkroom.image.decode;

import static dev.darkroom.image.decode.ThumbnailAssert.assertLooksLike;
import static dev.darkroom.image.decode.ThumbnailAssert.decode;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import javax.imageio.ImageWriteParam;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Compares with the image before it was written. The JDK's reader loses rows of small interlaced images. */
class GifDecoderTest {

    @Property(tries = 60)
    void decodesPalettesAndInterlace(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 600) int width,
            @ForAll @IntRange(min = 1, max = 600) int height,
            @ForAll @IntRange(min = 0, max = 3) int logBits,
            @ForAll boolean isInterlaced) {
        BufferedImage image = SampleImages.withPalette(new SplittableRandom(seed), width, height, 1 << logBits);

        byte[] file = SampleImages.write(
                image,
                "gif",
                param -> param.setProgressiveMode(
                        isInterlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED));

        assertLooksLike(decode(file), image, 0.51);
    }
}
