package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlaceholderTest {

    private static final Placeholder PLACEHOLDER = new Placeholder();

    /** All sizes in providers/aivideoapi.md §11, in all its versions, and unusual ones. */
    private static final List<String> SIZES = List.of(
            "1024x1024 1280x1024 1024x1280 1024x768 768x1024 1536x1024 1024x1536 1536x864 864x1536 2048x1024 1024x2048",
            "2016x864 864x2016 1881x836 887x1774",
            "2048x2048 2560x2048 2048x2560 2048x1536 1536x2048 2048x1360 1360x2048 2048x1152 1152x2048 2688x1344",
            "1344x2688 2688x1152 1152x2688 3072x1024 1024x3072",
            "2880x2880 3216x2576 2576x3216 3312x2480 2480x3312 3520x2336 2336x3520 3840x2160 2160x3840 3840x1920",
            "1920x3840 3840x1648 1648x3840 3840x1280 1280x3840",
            "1x1 7x3 64x64 8192x16 16x8192");

    static Stream<Arguments> sizesAndFormats() {
        return SIZES.stream()
                .flatMap(line -> Stream.of(line.split(" ")))
                .flatMap(size -> Stream.of(ImageFormat.values()).map(format -> Arguments.of(size, format)));
    }

    @ParameterizedTest
    @MethodSource("sizesAndFormats")
    void hasTheExactSize(String size, ImageFormat format) {
        String[] sides = size.split("x");
        BufferedImage image = decode(TestImage.SQUARE
                .withSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]))
                .withFormat(format));

        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(size);
    }

    /** A JPEG differs by compression loss only. */
    @ParameterizedTest
    @CsvSource({"256,256", "768,1024", "1881,836"})
    void hasTheSamePixelsInEachFormat(int width, int height) {
        TestImage image = TestImage.SQUARE.withSize(width, height);

        int[] png = Decoders.pixels(decode(image));

        assertThat(Decoders.pixels(decode(image.withFormat(ImageFormat.WEBP)))).isEqualTo(png);
        assertThat(difference(png, Decoders.pixels(decode(image.withFormat(ImageFormat.JPEG)))))
                .isBetween(0.001, 2.0);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void drawsTheSameBytesEachTime(ImageFormat format) {
        TestImage image = TestImage.SQUARE.withFormat(format);

        assertThat(draw(image)).isEqualTo(new Placeholder().draw(image.facts(), List.of()));
    }

    /**
     * The bytes do not depend on the JVM or the machine. Changing a checksum changes every image that users have
     * stored.
     */
    @ParameterizedTest
    @CsvSource({"PNG,1536,864,4d67d05a", "JPEG,1536,864,99a142ef", "WEBP,1536,864,5c9f446", "PNG,3840,1648,eaf6ca0"})
    void imageBytesAreFixed(ImageFormat format, int width, int height, String sum) {
        CRC32 crc = new CRC32();
        crc.update(draw(
                TestImage.SQUARE.withSize(width, height).withFormat(format).withPrompt("Été à Москва, 北京 and שלום")));

        assertThat(Long.toHexString(crc.getValue())).isEqualTo(sum);
    }

    /** Enough prompts to cover everything that a background can contain. */
    @Test
    void backgroundBytesAreFixed() {
        CRC32 crc = new CRC32();
        for (int i = 0; i < 60; i++) {
            crc.update(draw(TestImage.SQUARE.withPrompt("prompt " + i)));
        }

        assertThat(Long.toHexString(crc.getValue())).isEqualTo("3a696fcd");
    }

    /** Compares coarse samples of the area above the caption. */
    @Test
    void differentPromptsLookDifferent() {
        List<int[]> previous = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            int[] samples = samples(decode(TestImage.SQUARE.withPrompt("prompt " + i)));
            assertThat(previous)
                    .allSatisfy(other -> assertThat(difference(samples, other)).isGreaterThan(1));
            previous.add(samples);
        }
    }

    @Test
    void samePromptLooksTheSame() {
        ImageFacts facts = TestImage.SQUARE.facts();
        ImageFacts other = new ImageFacts(
                "another task",
                0,
                1,
                facts.model(),
                facts.mode(),
                facts.prompt(),
                facts.image(),
                facts.references(),
                7,
                facts.time().plusSeconds(100),
                ImageFacts.FINISHED);

        byte[] png = PLACEHOLDER.draw(other, List.of());

        assertThat(png).isNotEqualTo(draw(TestImage.SQUARE));
        assertThat(samples(Decoders.decode(ImageFormat.PNG, png))).isEqualTo(samples(decode(TestImage.SQUARE)));
    }

    @ParameterizedTest
    @CsvSource({"PNG", "WEBP"})
    void transparentImageHasNoBackground(ImageFormat format) {
        BufferedImage image = decode(TestImage.SQUARE.withOutput(new Output(format, 90, true)));

        assertThat(IntStream.of(Decoders.pixels(image)).filter(pixel -> pixel >>> 24 == 0))
                .hasSizeGreaterThan(1000);
        assertThat(image.getRGB(128, 238)).as("the caption").isEqualTo(0xFFFBFAF7);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void isOpaqueByDefault(ImageFormat format) {
        assertThat(IntStream.of(Decoders.pixels(decode(TestImage.SQUARE.withFormat(format)))))
                .allMatch(pixel -> pixel >>> 24 == 0xFF);
    }

    @Test
    void higherJpegQualityIsCloserAndLarger() {
        TestImage low = TestImage.SQUARE.withOutput(new Output(ImageFormat.JPEG, 20, false));
        TestImage high = TestImage.SQUARE.withOutput(new Output(ImageFormat.JPEG, 95, false));
        int[] png = Decoders.pixels(decode(TestImage.SQUARE));

        assertThat(draw(high)).hasSizeGreaterThan(draw(low).length * 3 / 2);
        assertThat(difference(Decoders.pixels(decode(high)), png))
                .isLessThan(difference(Decoders.pixels(decode(low)), png) / 2);
    }

    /** Any other color near the edge of the caption is text that was not truncated. */
    @ParameterizedTest
    @CsvSource({"768,1024", "1024,768", "864,2016", "2016,864", "300,300"})
    void textStaysWithinTheCaption(int width, int height) {
        List<String> prompts = List.of("W".repeat(20_000), "word ".repeat(4_000), "i".repeat(3), "长".repeat(500), "");
        for (String prompt : prompts) {
            BufferedImage image = decode(
                    TestImage.SQUARE.withSize(width, height).withPrompt(prompt).withReferences(References.counted(16)));
            double unit = Math.min(width, height) / 100.0;
            int right = (int) (5 * unit + Math.min(width - 10 * unit, 105 * unit) - 2 * unit);
            int bottom = (int) (height - 7 * unit);
            Set<Integer> margin = new HashSet<>();
            for (int y = bottom - (int) (20 * unit); y < bottom; y++) {
                margin.add(image.getRGB(right, y));
            }
            for (int x = (int) (10 * unit); x < right; x++) {
                margin.add(image.getRGB(x, bottom));
            }
            assertThat(margin).containsExactly(0xFFFBFAF7);
        }
    }

    private static BufferedImage decode(TestImage image) {
        return Decoders.decode(image.output().format(), draw(image));
    }

    private static byte[] draw(TestImage image) {
        return PLACEHOLDER.draw(image.facts(), List.of());
    }

    private static int[] samples(BufferedImage image) {
        int[] samples = new int[16 * 6];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = image.getRGB(i % 16 * image.getWidth() / 16 + 3, i / 16 * image.getHeight() / 16 + 3);
        }
        return samples;
    }

    /** Returns the mean difference over all channels of all pixels, from 0 to 255. */
    private static double difference(int[] a, int[] b) {
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((a[i] >> shift & 0xFF) - (b[i] >> shift & 0xFF));
            }
        }
        return sum / (3.0 * a.length);
    }
}
