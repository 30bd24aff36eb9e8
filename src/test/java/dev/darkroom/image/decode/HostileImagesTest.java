package dev.darkroom.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.image.Thumbnail;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file has, there is a thumbnail or an IOException, soon and without much memory. */
class HostileImagesTest {

    private static final List<byte[]> FILES = files();

    /** Its thumbnail needs only the averages of blocks, which are in its first scan. */
    private static final byte[] ENOUGH_IN_FIRST_SCAN = FILES.get(5);

    /** The compressed data of a small file begins before this index. */
    private static final int HEADERS = 200;

    private static final int MARKER = 0xFF;

    private static List<byte[]> files() {
        SplittableRandom random = new SplittableRandom(1);
        BufferedImage opaque = SampleImages.random(random, 60, 45, BufferedImage.TYPE_INT_RGB);
        BufferedImage translucent = SampleImages.random(random, 60, 45, BufferedImage.TYPE_INT_ARGB);
        BufferedImage large = SampleImages.random(random, 300, 2100, BufferedImage.TYPE_INT_RGB);
        BufferedImage palette = SampleImages.withPalette(random, 60, 45, 4);
        return List.of(
                SampleImages.write(opaque, "png"),
                SampleImages.write(translucent, "png", SampleImages::inPasses),
                SampleImages.write(palette, "png"),
                SampleImages.write(opaque, "jpg"),
                SampleImages.write(opaque, "jpg", SampleImages::inPasses),
                SampleImages.write(large, "jpg", SampleImages::inPasses),
                SampleImages.write(palette, "gif"),
                SampleImages.write(opaque, "bmp"),
                SampleImages.losslessWebp(translucent, 1),
                SampleImages.losslessWebp(large, 0.5f),
                SampleImages.lossyWebp(opaque, 0.7f),
                SampleImages.lossyWebp(translucent, 0.7f));
    }

    @Property
    void changedFiles(
            @ForAll @IntRange(max = 11) int index,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int changes) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] file = FILES.get(index).clone();
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, HEADERS));
            file[at] = (byte) (random.nextInt(4) == 0 ? MARKER : random.nextInt());
        }

        assertThumbnailOrReason(file);
    }

    @Property
    void truncatedFiles(@ForAll @IntRange(max = 11) int index, @ForAll long seed) {
        byte[] file = FILES.get(index);

        assertThumbnailOrReason(Arrays.copyOf(file, new SplittableRandom(seed).nextInt(file.length)));
    }

    @Property
    void randomDataAfterHeaders(
            @ForAll @IntRange(max = 11) int index,
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = HEADERS) int kept) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] file = FILES.get(index).clone();
        for (int i = kept; i < file.length; i++) {
            file[i] = (byte) random.nextInt();
        }

        assertThumbnailOrReason(file);
    }

    private static void assertThumbnailOrReason(byte[] file) {
        try {
            Thumbnail thumbnail = ThumbnailDecoder.decode(file);
            assertThat(Math.max(thumbnail.width(), thumbnail.height())).isLessThanOrEqualTo(256);
            assertThat(thumbnail.pixels()).hasSize(thumbnail.width() * thumbnail.height());
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(it|its|one of its|the header of one of its) .{5,200}");
        }
    }

    /** An image cut off in the middle of its data is missing, not half drawn. */
    @Test
    void halfFiles() {
        for (byte[] file : FILES) {
            if (file == ENOUGH_IN_FIRST_SCAN) {
                continue;
            }
            assertThatThrownBy(() -> ThumbnailDecoder.decode(Arrays.copyOf(file, file.length / 2)))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GIF that ends| 474946383961 0a000a00 00 00 00 3b| it has no image
                    GIF without colors| 474946383961 0a000a00 00 00 00 2c 00000000 0a000a00 00 02| \
                    it has no color table
                    GIF with large code| 474946383961 0100 0100 80 00 00 000000ffffff 2c 0000000001000100 00 0201 07| \
                    its image data is corrupt
                    GIF with empty data| 474946383961 0100 0100 80 00 00 000000ffffff 2c 00000000 01000100 00 02 00| \
                    it has too little image data
                    PNG with large sides| 89504e470d0a1a0a 0000000d 49484452 7fffffff 7fffffff 0800000000 00000000| \
                    it has 2147483647x2147483647 pixels; the limits are 36000000 pixels and 20000 per side
                    PNG without pixels| 89504e470d0a1a0a 0000000d 49484452 00000001 ffffffff 0800000000 00000000| \
                    it has no pixels
                    JPEG without pixels| ffd8 ffc0 000b 08 0000 0010 01 01 11 00| it has no pixels
                    JPEG with many codes| ffd8 ffc4 0016 00 03000000000000000000000000000000 000102| \
                    one of its Huffman tables has too many codes
                    JPEG with arithmetic| ffd8 ffc9 000b 08 0010 0010 01 01 11 00| \
                    it is a JPEG without Huffman codes, or a lossless one
                    JPEG without tables| ffd8 ffc0 000b 08 0010 0010 01 01 11 00 ffda 0008 01 01 00 00 3f 00| \
                    it lacks a table that it uses
                    JPEG without scans| ffd8 ffc0 000b 08 0010 0010 01 01 11 00 ffd9| it lacks a color component
                    BMP with large rows| 424d 0000000000000000 36000000 28000000 ffffff7f 01000000 0100 2000 00000000| \
                    it has 2147483647x1 pixels; the limits are 36000000 pixels and 20000 per side
                    RIFF of another type| 52494646 00000000 57415645 666d7420| it is a RIFF file, but not a WebP image
                    WebP without image| 52494646 00000000 57454250 58585858 00000000| it is truncated
                    """)
    void saysWhatIsWrong(String name, String hex, String reason) {
        byte[] file = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThatThrownBy(() -> ThumbnailDecoder.decode(file))
                .isInstanceOf(IOException.class)
                .hasMessage(reason);
    }

    /** RFC 9649, section 3.7.2.2: a square names the last of 65536 groups of prefix codes, so all of them follow. */
    @Test
    void losslessWebpWithManyPrefixCodes() {
        String single = "1000";
        String last = "101" + "1".repeat(8);
        String header = "11110100" + "0".repeat(14) + "0".repeat(14) + "0" + "000";
        String squares = "0" + "0" + "1" + "000" + "0" + last + last + single.repeat(3);
        byte[] data = bits(header + squares + single.repeat(5 * 65536));

        assertThatThrownBy(() -> ThumbnailDecoder.decode(losslessWebp(data)))
                .isInstanceOf(IOException.class)
                .hasMessage("its prefix codes take too much memory");
    }

    /** The least significant bit of a byte comes first. */
    private static byte[] bits(String bits) {
        BitSet set = new BitSet(bits.length());
        for (int i = 0; i < bits.length(); i++) {
            set.set(i, bits.charAt(i) == '1');
        }
        return set.toByteArray();
    }

    private static byte[] losslessWebp(byte[] data) {
        return ByteBuffer.allocate(20 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF....WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** Each scan could take as long as the whole image. */
    @Test
    void progressiveJpegWithManyScans() {
        byte[] scan = HexFormat.of().parseHex("ffda 0008 01 01 00 01 3f 00 00".replace(" ", ""));
        byte[] file = progressiveJpeg(scan, 501);

        assertThatThrownBy(() -> ThumbnailDecoder.decode(file))
                .isInstanceOf(IOException.class)
                .hasMessage("it has more than 500 scans");
    }

    /** A grey image of 2560×2560 pixels: its scans of other than the first coefficients are skipped. */
    private static byte[] progressiveJpeg(byte[] scan, int scans) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Stream.of(
                        "ffd8",
                        "ffdb 0043 00" + "01".repeat(64),
                        "ffc4 0014 10 01000000000000000000000000000000 00",
                        "ffc2 000b 08 0a00 0a00 01 01 11 00")
                .map(hex -> HexFormat.of().parseHex(hex.replace(" ", "")))
                .forEach(file::writeBytes);
        for (int i = 0; i < scans; i++) {
            file.writeBytes(scan);
        }
        return file.toByteArray();
    }
}
