package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Writes a PNG with a palette. The JDK's writer needs AWT, and AWT needs native libraries that small containers and
 * native images lack.
 */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BIT_DEPTH = 8;
    private static final byte COLOR_TYPE_PALETTE = 3;

    /** The characters without which a text cannot contain HTML. */
    private static final String HTML = "<>&";

    /**
     * Follows the keyword of an {@code iTXt} chunk that is compressed with zlib: no language, no translated keyword.
     */
    private static final String COMPRESSED = "\0\1\0\0\0";

    private final ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 12);
    private final BitWriter bits;
    private final Deflate deflate;

    /** @param deflate writes to {@code bits}, which must be empty */
    PngWriter(BitWriter bits, Deflate deflate) {
        this.bits = bits;
        this.deflate = deflate;
    }

    byte[] write(Raster raster, ImageFacts facts) {
        png.writeBytes(SIGNATURE);
        writeChunk("IHDR", header(raster));
        facts.entries().forEach(this::writeText);
        int[] colors = raster.palette().colors();
        writeChunk("PLTE", colors(colors));
        if (IntStream.of(colors).anyMatch(color -> color >>> 24 < 0xFF)) {
            writeChunk("tRNS", alphas(colors));
        }
        PngPixels.compress(raster, bits, deflate);
        writeChunk("IDAT", bits.bytes(), bits.length());
        writeChunk("IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] header(Raster raster) {
        return ByteBuffer.allocate(13)
                .putInt(raster.size().width())
                .putInt(raster.size().height())
                .put(BIT_DEPTH)
                .put(COLOR_TYPE_PALETTE)
                .array();
    }

    private static byte[] colors(int[] colors) {
        ByteBuffer bytes = ByteBuffer.allocate(3 * colors.length);
        for (int color : colors) {
            bytes.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
        }
        return bytes.array();
    }

    private static byte[] alphas(int[] colors) {
        ByteBuffer bytes = ByteBuffer.allocate(colors.length);
        for (int color : colors) {
            bytes.put((byte) (color >>> 24));
        }
        return bytes.array();
    }

    /**
     * Writes {@code tEXt}, which every reader supports, if Latin-1 suffices; otherwise {@code iTXt} in UTF-8. A text
     * that a browser might take for HTML is compressed, in case the file is served with a wrong type.
     */
    private void writeText(String keyword, String text) {
        if (text.chars().anyMatch(c -> HTML.indexOf(c) >= 0)) {
            byte[] compressed = Zlib.compress(text.getBytes(StandardCharsets.UTF_8), bits, deflate);
            byte[] head = (keyword + COMPRESSED).getBytes(StandardCharsets.US_ASCII);
            writeChunk(
                    "iTXt",
                    ByteBuffer.allocate(head.length + compressed.length)
                            .put(head)
                            .put(compressed)
                            .array());
            return;
        }
        boolean isLatin1 = text.chars().allMatch(c -> c <= 0xFF);
        String separator = isLatin1 ? "\0" : "\0\0\0\0\0";
        writeChunk(
                isLatin1 ? "tEXt" : "iTXt",
                (keyword + separator + text).getBytes(isLatin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    private void writeChunk(String type, byte[] data) {
        writeChunk(type, data, data.length);
    }

    private void writeChunk(String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        writeInt32(length);
        png.writeBytes(name);
        png.write(data, 0, length);
        writeInt32((int) crc.getValue());
    }

    private void writeInt32(int value) {
        png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }
}
