package dev.darkroom.image.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.TestImage;
import dev.darkroom.image.raster.CanvasBuffers;
import dev.darkroom.image.raster.Palette;
import dev.darkroom.image.raster.Raster;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Encodes and decodes random images of any size, with few or many colors, in large areas or as noise. */
class RoundTripTest {

    private static final int OPAQUE = 0xFF000000;

    @Property
    void pngRoundTrips(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int maxSide) {
        Raster raster = randomRaster(new SplittableRandom(seed), maxSide, true);

        assertThat(encodeAndDecode(ImageFormat.PNG, raster)).isEqualTo(colors(raster));
    }

    @Property
    void webpRoundTrips(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int maxSide) {
        Raster raster = randomRaster(new SplittableRandom(seed), maxSide, true);

        assertThat(encodeAndDecode(ImageFormat.WEBP, raster)).isEqualTo(colors(raster));
    }

    /** At the highest quality, even noise changes little. */
    @Property
    void jpegStaysCloseToOriginal(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int maxSide) {
        Raster raster = randomRaster(new SplittableRandom(seed), maxSide, false);

        int[] decoded = encodeAndDecode(ImageFormat.JPEG, raster);

        int[] original = colors(raster);
        for (int i = 0; i < decoded.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                assertThat((decoded[i] >> shift & 0xFF) - (original[i] >> shift & 0xFF))
                        .isBetween(-12, 12);
            }
        }
    }

    private static int[] encodeAndDecode(ImageFormat format, Raster raster) {
        TestImage image = TestImage.SQUARE.withOutput(new Output(format, 100, false));
        return Decoders.pixels(Decoders.decode(format, new Encoder().encode(raster, image.facts())));
    }

    private static Raster randomRaster(SplittableRandom random, int maxSide, boolean hasAlpha) {
        PixelSize size = new PixelSize(1 + random.nextInt(maxSide), 1 + random.nextInt(maxSide));
        Raster raster = new Raster(size, OPAQUE, new CanvasBuffers());
        int colors = 1 + random.nextInt(random.nextBoolean() ? 4 : Palette.MAX);
        for (int i = 0; i < colors; i++) {
            int alpha = hasAlpha && i % 7 == 3 ? random.nextInt(1, 255) << 24 : OPAQUE;
            raster.palette().index(alpha | random.nextInt(1 << 24));
        }
        int runLength = 1 + random.nextInt(50);
        for (int i = 0; i < raster.pixels(); i++) {
            boolean isRepeat = i > 0 && random.nextInt(runLength) > 0;
            int from = i >= size.width() && random.nextInt(3) > 0 ? i - size.width() : i - 1;
            raster.bytes()[i] = isRepeat
                    ? raster.bytes()[from]
                    : (byte) random.nextInt(raster.palette().size());
        }
        return raster;
    }

    private static int[] colors(Raster raster) {
        int[] colors = new int[raster.pixels()];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = raster.palette().color(Byte.toUnsignedInt(raster.bytes()[i]));
        }
        return colors;
    }
}
