package dev.darkroom.image.decode;

import static dev.darkroom.image.decode.ThumbnailAssert.assertLooksLike;
import static dev.darkroom.image.decode.ThumbnailAssert.decode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.Decoders;
import dev.darkroom.image.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with libwebp. It smooths the edges of blocks and interpolates chroma, which matters at low quality. */
class WebpDecoderTest {

    private static final double ROUNDING = 0.51;

    @Property(tries = 40)
    void decodesLossless(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 700) int width,
            @ForAll @IntRange(min = 1, max = 700) int height,
            @ForAll @IntRange(max = 100) int effort,
            @ForAll boolean hasAlpha) {
        int type = hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = SampleImages.random(new SplittableRandom(seed), width, height, type);

        byte[] file = SampleImages.losslessWebp(image, effort / 100f);

        assertLooksLike(decode(file), Decoders.decode(ImageFormat.WEBP, file), ROUNDING);
    }

    /** RFC 9649, section 3.5.4: up to 8 pixels are bundled. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void decodesPalettes(int bits) {
        BufferedImage image = SampleImages.withPalette(new SplittableRandom(bits), 301, 97, bits);
        BufferedImage opaque = new BufferedImage(301, 97, BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);

        byte[] file = SampleImages.losslessWebp(opaque, 1);

        assertLooksLike(decode(file), opaque, ROUNDING);
    }

    /** In smaller images, edges of blocks are so large a share that libwebp's smoothing changes the averages. */
    @Property(tries = 40)
    void decodesLossy(
            @ForAll long seed,
            @ForAll @IntRange(min = 100, max = 900) int width,
            @ForAll @IntRange(min = 100, max = 900) int height,
            @ForAll @IntRange(min = 20, max = 100) int quality,
            @ForAll boolean hasAlpha) {
        int type = hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = SampleImages.random(new SplittableRandom(seed), width, height, type);

        byte[] file = SampleImages.lossyWebp(image, quality / 100f);

        assertLooksLike(decode(file), Decoders.decode(ImageFormat.WEBP, file), 6);
    }

    /** RFC 9649, section 2.7.1.2: the filters of an alpha channel without compression. Half of the image is white. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void decodesFiltersOfAlpha(int filter) {
        int side = 16;
        int[][] alpha = new int[side][side];
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.write(filter << 2);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                alpha[y][x] = x * y % 5 * 51;
                chunk.write(alpha[y][x] - predict(filter, alpha, x, y));
            }
        }
        BufferedImage black = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        byte[] frame = chunkOf(SampleImages.lossyWebp(black, 1), "VP8 ");

        int[] pixels = decode(webp("ALPH", chunk.toByteArray(), "VP8 ", frame)).pixels();

        for (int i = 0; i < pixels.length; i++) {
            int grey = 255 - alpha[i / side][i % side];
            assertThat(pixels[i]).isEqualTo(0x010101 * grey);
        }
    }

    private static int predict(int filter, int[][] alpha, int x, int y) {
        int left = x > 0 ? alpha[y][x - 1] : y > 0 ? alpha[y - 1][0] : 0;
        int above = y > 0 ? alpha[y - 1][x] : left;
        if (filter == 3 && x > 0 && y > 0) {
            return Math.max(0, Math.min(255, left + above - alpha[y - 1][x - 1]));
        }
        return filter == 0 ? 0 : filter == 2 ? above : left;
    }

    /** RFC 9649, section 2.7.1.1. */
    @Test
    void decodesFirstFrameOfAnimation() {
        BufferedImage first = SampleImages.random(new SplittableRandom(1), 50, 40, BufferedImage.TYPE_INT_RGB);
        byte[] file = SampleImages.losslessWebp(first, 1);
        byte[] frame = webp("VP8L", chunkOf(file, "VP8L"));
        ByteArrayOutputStream animationFrame = new ByteArrayOutputStream();
        animationFrame.writeBytes(new byte[16]);
        animationFrame.write(frame, 12, frame.length - 12);

        byte[] animation = webp("VP8X", new byte[10], "ANIM", new byte[6], "ANMF", animationFrame.toByteArray());

        assertLooksLike(decode(animation), first, ROUNDING);
    }

    /** @param chunks pairs of a type and the data */
    private static byte[] webp(Object... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("RIFF....WEBP".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < chunks.length; i += 2) {
            byte[] data = (byte[]) chunks[i + 1];
            out.writeBytes(((String) chunks[i]).getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(data.length)
                    .array());
            out.writeBytes(data);
            out.writeBytes(new byte[data.length % 2]);
        }
        return out.toByteArray();
    }

    private static byte[] chunkOf(byte[] file, String type) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
        byte[] data = new byte[bytes.getInt(at + 4)];
        bytes.get(at + 8, data);
        return data;
    }
}
