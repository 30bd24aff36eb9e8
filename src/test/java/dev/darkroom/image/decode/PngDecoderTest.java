package dev.darkroom.image.decode;

import static dev.darkroom.image.decode.ThumbnailAssert.assertLooksLike;
import static dev.darkroom.image.decode.ThumbnailAssert.decode;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Compares with the JDK's reader. */
class PngDecoderTest {

    /** The JDK rounds samples of 16 bits, of which the thumbnail ignores half. */
    private static final double ROUNDING = 1;

    @Property(tries = 100)
    void decodesColorTypesAndBitDepths(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 600) int width,
            @ForAll @IntRange(min = 1, max = 600) int height,
            @ForAll @IntRange(max = 8) int kind,
            @ForAll boolean isInterlaced) {
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image =
                switch (kind) {
                    case 0 -> SampleImages.random(random, width, height, BufferedImage.TYPE_INT_RGB);
                    case 1 -> SampleImages.random(random, width, height, BufferedImage.TYPE_INT_ARGB);
                    case 2 -> SampleImages.random(random, width, height, BufferedImage.TYPE_BYTE_GRAY);
                    case 3 -> SampleImages.random(random, width, height, BufferedImage.TYPE_USHORT_GRAY);
                    case 4 -> random16Bits(random, width, height);
                    default -> SampleImages.withPalette(random, width, height, 1 << kind - 5);
                };

        byte[] file = SampleImages.write(image, "png", param -> {
            if (isInterlaced) {
                SampleImages.inPasses(param);
            }
        });

        assertLooksLike(decode(file), image, ROUNDING);
    }

    private static BufferedImage random16Bits(SplittableRandom random, int width, int height) {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        BufferedImage image =
                new BufferedImage(model, model.createCompatibleWritableRaster(width, height), false, null);
        int[] pixel = new int[4];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < pixel.length; i++) {
                    pixel[i] = (x * 90 + y * 70 + random.nextInt(1000)) * (i + 1) & 0xFFFF;
                }
                image.getRaster().setPixel(x, y, pixel);
            }
        }
        return image;
    }

    /** PNG third edition, 11.3.1.1: of grey and of color images, one color may be transparent. */
    @Test
    void transparentColorIsWhite() {
        assertThat(decode(png(8, 0, "tRNS", new byte[] {0, 7}, new byte[] {0, 7, 8}))
                        .pixels())
                .containsExactly(0xFFFFFF, 0x080808);
        assertThat(decode(png(2, 0, "tRNS", new byte[] {0, 2}, new byte[] {0, (byte) 0b10_01_0000}))
                        .pixels())
                .containsExactly(0xFFFFFF, 0x555555);
        assertThat(decode(png(8, 2, "tRNS", new byte[] {0, 1, 0, 2, 0, 3}, new byte[] {0, 1, 2, 3, 1, 2, 4}))
                        .pixels())
                .containsExactly(0xFFFFFF, 0x010204);
    }

    /** Several IDAT chunks are one stream, even if some are empty. */
    @Test
    void joinsChunks() {
        byte[] data = zlib(new byte[] {0, 7, 8});
        byte[] file = file(
                header(8, 0),
                chunk("IDAT", new byte[0]),
                chunk("IDAT", data, 0, 3),
                chunk("IDAT", data, 3, data.length));

        assertThat(decode(file).pixels()).containsExactly(0x070707, 0x080808);
    }

    /** An image of 2×1 pixels. */
    private static byte[] png(int bitDepth, int colorType, String type, byte[] extra, byte[] scanline) {
        return file(header(bitDepth, colorType), chunk(type, extra), chunk("IDAT", zlib(scanline)));
    }

    private static byte[] header(int bitDepth, int colorType) {
        return chunk("IHDR", new byte[] {0, 0, 0, 2, 0, 0, 0, 1, (byte) bitDepth, (byte) colorType, 0, 0, 0});
    }

    private static byte[] chunk(String type, byte[] data) {
        return chunk(type, data, 0, data.length);
    }

    private static byte[] chunk(String type, byte[] data, int from, int end) {
        return ByteBuffer.allocate(12 + end - from)
                .putInt(end - from)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data, from, end - from)
                .array();
    }

    private static byte[] zlib(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] file(byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }
}
