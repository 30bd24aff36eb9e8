package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.format.Encoder;
import dev.darkroom.image.raster.CanvasBuffers;
import dev.darkroom.image.raster.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHeaderTest {

    @Property(tries = 100)
    void readsDimensionsOfEveryFormat(
            @ForAll ImageFormat format,
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height) {
        Raster raster = new Raster(new PixelSize(width, height), 0xFF336699, new CanvasBuffers());
        byte[] file = new Encoder()
                .encode(
                        raster,
                        TestImage.SQUARE
                                .withOutput(new Output(format, 80, false))
                                .facts());

        assertThat(ImageHeader.dimensions(file)).contains(new Dimensions(width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "jpg", "png"})
    void readsFilesOfOtherPrograms(String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 40_000, BufferedImage.TYPE_INT_RGB), format, file);

        assertThat(ImageHeader.dimensions(file.toByteArray())).contains(new Dimensions(300, 40_000));
    }

    /** RFC 9649, sections 2.5 to 2.7. */
    @Test
    void readsThreeKindsOfWebp() {
        assertThat(webp("VP8 ", "00000000 300100 9d012a 2c01 9041")).contains(new Dimensions(300, 400));
        assertThat(webp("VP8L", "00000000 2f 2bc16300")).contains(new Dimensions(300, 400));
        assertThat(webp("VP8X", "0a000000 00000000 2b0100 8f0100")).contains(new Dimensions(300, 400));
        assertThat(webp("ALPH", "0a000000 00000000 2b0100 8f0100")).isEmpty();
    }

    @Property
    void anyBytesAreAnImageOrNone(@ForAll @Size(max = 60) byte[] tail, @ForAll @IntRange(max = 3) int kind) {
        String[] starts = {"FFD8FF", "89504E470D0A1A0A", "474946383961", "524946460000000057454250"};
        byte[] start = HexFormat.of().parseHex(starts[kind]);
        byte[] file = Arrays.copyOf(start, start.length + tail.length);
        System.arraycopy(tail, 0, file, start.length, tail.length);

        ImageHeader.dimensions(file).ifPresent(size -> assertThat(Math.min(size.width(), size.height()))
                .isPositive());
        assertThat(ImageHeader.dimensions(tail.length < 3 ? tail : start)).isEmpty();
    }

    private static Optional<Dimensions> webp(String chunk, String hex) {
        byte[] head = ("RIFF....WEBP" + chunk).getBytes(StandardCharsets.ISO_8859_1);
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] file = Arrays.copyOf(head, head.length + data.length);
        System.arraycopy(data, 0, file, head.length, data.length);
        return ImageHeader.dimensions(file);
    }

    @Test
    void recognizesTransparencyOfPng() {
        String indexed = "89504E470D0A1A0A" + "0000000D49484452" + "0000000100000001" + "0803000000" + "00000000";
        String palette = "00000003504C5445" + "FFFFFF" + "00000000";
        String transparency = "0000000174524E53" + "00" + "00000000";
        String pixels = "0000000149444154" + "00" + "00000000";

        assertThat(ImageHeader.hasAlphaPng(hex(indexed + palette + transparency + pixels)))
                .isTrue();
        assertThat(ImageHeader.hasAlphaPng(hex(indexed + palette + pixels + transparency)))
                .isFalse();
        assertThat(ImageHeader.hasAlphaPng(hex(indexed.replace("0803", "0806"))))
                .isTrue();
        assertThat(ImageHeader.hasAlphaPng(hex("FFD8"))).isFalse();
        assertThat(ImageHeader.format(hex(indexed))).contains(ImageHeader.Format.PNG);
        assertThat(ImageHeader.format(hex("FFD8FFE0"))).contains(ImageHeader.Format.JPEG);
        assertThat(ImageHeader.format(hex("00"))).isEmpty();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
