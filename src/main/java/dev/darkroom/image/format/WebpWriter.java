package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a lossless WebP with a palette (RFC 9649). There is no library in Java that does without native code, and a
 * placeholder needs little of the format.
 */
final class WebpWriter {

    private static final byte HAS_XMP = 0x04;
    private static final byte HAS_ALPHA = 0x10;

    byte[] write(Raster raster, ImageFacts facts) {
        boolean hasAlpha = Arrays.stream(raster.palette().colours()).anyMatch(colour -> colour >>> 24 < 0xFF);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(1 << 16);
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        chunk(chunks, "VP8X", header(raster, hasAlpha));
        chunk(chunks, "VP8L", new LosslessWebp(raster).compress(hasAlpha));
        chunk(chunks, "XMP ", Xmp.of(facts, Integer.MAX_VALUE));
        ByteArrayOutputStream file = new ByteArrayOutputStream(chunks.size() + 8);
        chunk(file, "RIFF", chunks.toByteArray());
        return file.toByteArray();
    }

    private static byte[] header(Raster raster, boolean hasAlpha) {
        ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(HAS_XMP | (hasAlpha ? HAS_ALPHA : 0));
        putInt24(header, raster.size().width() - 1);
        putInt24(header, raster.size().height() - 1);
        return header.array();
    }

    private static void putInt24(ByteBuffer bytes, int value) {
        bytes.putShort((short) value).put((byte) (value >> 16));
    }

    /** Of an even length, with a zero where need be. */
    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        out.writeBytes(ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array());
    }
}
