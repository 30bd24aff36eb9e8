package dev.darkroom.image.decode;

import static dev.darkroom.image.decode.ThumbnailAssert.assertLooksLike;
import static dev.darkroom.image.decode.ThumbnailAssert.decode;
import static dev.darkroom.image.decode.ThumbnailAssert.readWithJdk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with the JDK's reader, which is libjpeg. It interpolates chroma, which matters at edges. */
class JpegDecoderTest {

    private static final String METADATA = "javax_imageio_jpeg_image_1.0";

    @Property(tries = 60)
    void decodesSequentialAndProgressive(
            @ForAll long seed,
            @ForAll @IntRange(min = 32, max = 900) int width,
            @ForAll @IntRange(min = 32, max = 900) int height,
            @ForAll @IntRange(min = 20, max = 100) int quality,
            @ForAll boolean isGrey,
            @ForAll boolean isProgressive) {
        int type = isGrey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = SampleImages.random(new SplittableRandom(seed), width, height, type);

        byte[] file = SampleImages.write(image, "jpg", param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            if (isProgressive) {
                SampleImages.inPasses(param);
            }
        });

        assertLooksLike(decode(file), readWithJdk(file), isGrey ? 1 : 3);
    }

    /** Of images of more than 1792 pixels per side, only the average of each block is computed. */
    @ParameterizedTest
    @CsvSource({"1792, 1500", "1793, 700", "3000, 3500"})
    void decodesLargeImages(int width, int height) {
        BufferedImage image = SampleImages.random(new SplittableRandom(1), width, height, BufferedImage.TYPE_INT_RGB);
        byte[] sequential = SampleImages.write(image, "jpg");
        byte[] progressive = SampleImages.write(image, "jpg", SampleImages::inPasses);

        assertLooksLike(decode(sequential), readWithJdk(sequential), 1);
        assertThat(decode(progressive).pixels()).isEqualTo(decode(sequential).pixels());
    }

    /** ITU T.81, A.2: the sampling factors of luma, and restarts after every few units. */
    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 0", "1, 2, 7", "2, 2, 1", "4, 1, 5", "4, 2, 0", "1, 4, 100"})
    void decodesSamplingFactorsAndRestarts(int horizontal, int vertical, int restartInterval) {
        BufferedImage image = SampleImages.random(new SplittableRandom(2), 230, 170, BufferedImage.TYPE_INT_RGB);
        byte[] file = write(image, metadata -> {
            IIOMetadataNode luma = (IIOMetadataNode)
                    metadata.getElementsByTagName("componentSpec").item(0);
            luma.setAttribute("HsamplingFactor", "" + horizontal);
            luma.setAttribute("VsamplingFactor", "" + vertical);
            if (restartInterval > 0) {
                IIOMetadataNode interval = new IIOMetadataNode("dri");
                interval.setAttribute("interval", "" + restartInterval);
                metadata.getElementsByTagName("markerSequence").item(0).appendChild(interval);
            }
        });

        assertThat(new String(file, StandardCharsets.ISO_8859_1).contains("\u00FF\u00DD\0\4"))
                .isEqualTo(restartInterval > 0);
        assertLooksLike(decode(file), readWithJdk(file), 2.5);
    }

    /** ITU T.872, 6.5.3: Adobe's marker tells what the components are; -1 for none. Inks are inverted with it. */
    @ParameterizedTest
    @CsvSource({
        "200 100 50, 0, c86432",
        "81 90 240, 1, ee0e0e",
        "81 90 240, -1, ee0e0e",
        "255 0 0 255, -1, 000000",
        "255 0 0 0, -1, 00ffff",
        "255 0 0 255, 0, ff0000",
        "255 0 0 128, 0, 800000",
        "81 90 240 255, 2, 11f1f1"
    })
    void decodesColorSpaces(String components, int adobeTransform, String color) {
        int[] values =
                Stream.of(components.split(" ")).mapToInt(Integer::parseInt).toArray();
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, values.length, null);
        for (int i = 0; i < 16 * 16; i++) {
            raster.setPixel(i % 16, i / 16, values);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        byte[] file = SampleImages.write(new IIOImage(raster, null, null), writer, param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
        });

        int actual = decode(adobeTransform < 0 ? file : withAdobeMarker(file, adobeTransform))
                .pixels()[0];

        int expected = Integer.parseInt(color, 16);
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(actual >> shift & 0xFF).isCloseTo(expected >> shift & 0xFF, within(2));
        }
    }

    private static byte[] withAdobeMarker(byte[] file, int transform) {
        return ByteBuffer.allocate(file.length + 16)
                .put(file, 0, 2)
                .putShort((short) 0xFFEE)
                .putShort((short) 14)
                .put("Adobe".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {0, 100, 0, 0, 0, 0, (byte) transform})
                .put(file, 2, file.length - 2)
                .array();
    }

    private static byte[] write(BufferedImage image, Consumer<IIOMetadataNode> change) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
        IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(METADATA);
        change.accept(tree);
        try {
            metadata.setFromTree(METADATA, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SampleImages.write(new IIOImage(image, null, metadata), writer, unchanged -> {});
    }
}
