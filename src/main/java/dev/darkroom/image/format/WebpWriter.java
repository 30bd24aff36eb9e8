package dev.darkroom.image.format;

import dev.darkroom.image.ImageFacts;
import dev.darkroom.image.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a lossless WebP with a palette (RFC 9649). Every Java library for WebP depends on native code, and a
 * placeholder needs only a small part of the format.
 */
final class WebpWriter {

    private static final int HEADER = 10;
    private static final byte HAS_XMP = 0x04;
    private static final byte HAS_ALPHA = 0x10;

    private final BitWriter bits;

    /** @param bits an empty buffer for the bitstream */
    WebpWriter(BitWriter bits) {
        this.bits = bits;
    }

    byte[] write(Raster raster, ImageFacts facts) {
        boolean hasAlpha = Arrays.stream(raster.palette().colors()).anyMatch(color -> color >>> 24 < 0xFF);
        new LosslessWebp(raster, bits).compress(hasAlpha);
        byte[] pixels = bits.bytes();
        ByteArrayOutputStream chunks = new ByteArrayOutputStream(bits.length() + (1 << 12));
        chunks.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        writeChunk(chunks, "VP8X", header(raster, hasAlpha), HEADER);
        writeChunk(chunks, "VP8L", pixels, bits.length());
        byte[] xmp = Xmp.of(facts, Integer.MAX_VALUE);
        writeChunk(chunks, "XMP ", xmp, xmp.length);
        ByteArrayOutputStream file = new ByteArrayOutputStream(chunks.size() + 8);
        writeChunk(file, "RIFF", chunks.toByteArray(), chunks.size());
        return file.toByteArray();
    }

    private static byte[] header(Raster raster, boolean hasAlpha) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(HAS_XMP | (hasAlpha ? HAS_ALPHA : 0));
        putInt24(header, raster.size().width() - 1);
        putInt24(header, raster.size().height() - 1);
        return header.array();
    }

    private static void putInt24(ByteBuffer bytes, int value) {
        bytes.putShort((short) value).put((byte) (value >> 16));
    }

    /** Writes a RIFF chunk, padded to an even length. */
    private static void writeChunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .array());
        out.write(data, 0, length);
        if (length % 2 > 0) {
            out.write(0);
        }
    }
}
