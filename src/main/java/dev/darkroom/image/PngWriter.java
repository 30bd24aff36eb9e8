package dev.darkroom.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG with a palette, row by row, so that no more than a row is in memory besides the compressed picture.
 * The JDK's own writer needs AWT, which needs native libraries that neither a small container nor a native image has.
 */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BIT_DEPTH = 8;
    private static final byte COLOUR_TYPE_PALETTE = 3;
    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_UP = 2;

    private final PixelSize size;
    private final int[] palette;

    /** @param palette up to 256 colours, 0xRRGGBB */
    PngWriter(PixelSize size, int[] palette) {
        this.size = size;
        this.palette = palette;
    }

    byte[] write(Rows rows) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 14);
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header());
        chunk(png, "PLTE", colours());
        chunk(png, "IDAT", pixels(rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private byte[] header() {
        return ByteBuffer.allocate(13)
                .putInt(size.width())
                .putInt(size.height())
                .put(BIT_DEPTH)
                .put(COLOUR_TYPE_PALETTE)
                .array();
    }

    private byte[] colours() {
        ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
        for (int colour : palette) {
            colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
        }
        return colours.array();
    }

    /** A row equal to the one above it is written as zeros, which cost next to nothing. */
    private byte[] pixels(Rows rows) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
            byte[] row = new byte[1 + size.width()];
            byte[] sameAsAbove = new byte[1 + size.width()];
            sameAsAbove[0] = FILTER_UP;
            row[0] = FILTER_NONE;
            byte[] buffer = new byte[1 << 13];
            for (int y = 0; y < size.height(); y++) {
                deflater.setInput(rows.draw(y, row) ? row : sameAsAbove);
                drain(deflater, buffer, out);
            }
            deflater.finish();
            drain(deflater, buffer, out);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream out) {
        for (int n = deflater.deflate(buffer); n > 0; n = deflater.deflate(buffer)) {
            out.write(buffer, 0, n);
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] typeAndData = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(typeAndData);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** Where the pixels come from. */
    interface Rows {

        /**
         * Puts the palette indices of row {@code y} into {@code row}, from index 1 on; rows are asked for from the top.
         *
         * @return false when the row is equal to the one above it; {@code row} may be left as it is then
         */
        boolean draw(int y, byte[] row);
    }
}
