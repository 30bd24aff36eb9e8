package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;
import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes an uncompressed BMP (BITMAPCOREHEADER, BITMAPINFOHEADER and its successors), row by row. The BMP has a
 * palette of up to 256 colors, or 24 or 32 bits per pixel.
 */
final class BmpDecoder {

    private static final int FILE_HEADER_BYTES = 14;
    private static final int CORE_HEADER_BYTES = 12;
    private static final int INFO_HEADER_BYTES = 40;
    private static final int BIT_FIELDS = 3;
    private static final int[] USUAL_FIELDS = {0xFF0000, 0xFF00, 0xFF};
    private static final int OPAQUE = 0xFF000000;
    private static final int COLORS = 256;

    private final ByteCursor in;
    private final int[] palette = new int[COLORS];

    private BmpDecoder(ByteCursor in) {
        this.in = in;
    }

    static Thumbnail decode(ByteCursor in) throws IOException {
        return new BmpDecoder(in).decode();
    }

    private Thumbnail decode() throws IOException {
        in.skip(FILE_HEADER_BYTES - Integer.BYTES);
        int pixelsAt = in.littleInt32();
        int headerBytes = in.littleInt32();
        boolean isCore = headerBytes == CORE_HEADER_BYTES;
        if (!isCore && headerBytes < INFO_HEADER_BYTES) {
            throw new IOException("its BMP header is invalid");
        }
        int width = isCore ? in.littleInt16() : in.littleInt32();
        int height = isCore ? in.littleInt16() : in.littleInt32();
        boolean isTopDown = height < 0;
        ThumbnailGrid grid = ThumbnailGrid.of(width, Math.abs(height));
        in.skip(2);
        int bits = in.littleInt16();
        checkSupported(bits, isCore ? 0 : in.littleInt32());
        in.moveTo(0);
        in.skip(Integer.toUnsignedLong(headerBytes) + FILE_HEADER_BYTES);
        readPalette(isCore ? 3 : 4, bits, pixelsAt);
        in.moveTo(0);
        in.skip(Integer.toUnsignedLong(pixelsAt));
        return readRows(grid, bits, isTopDown);
    }

    /** Checks that the pixels have a supported format. Of the bit fields, only the usual ones are supported. */
    private void checkSupported(int bits, int compression) throws IOException {
        boolean isSupported = bits == 1 || bits == 4 || bits == 8 || bits == 24 || bits == 32;
        if (compression == BIT_FIELDS && bits == 32) {
            in.moveTo(FILE_HEADER_BYTES);
            in.skip(INFO_HEADER_BYTES);
            for (int field : USUAL_FIELDS) {
                isSupported &= in.littleInt32() == field;
            }
        } else {
            isSupported &= compression == 0;
        }
        if (!isSupported) {
            throw new IOException("it is a BMP with " + bits + " bits per pixel and compression " + compression
                    + "; only 1, 4, 8, 24 and 32 bits without compression are supported");
        }
    }

    private void readPalette(int entryBytes, int bits, int pixelsAt) throws IOException {
        Arrays.fill(palette, OPAQUE);
        int entries = bits > 8 ? 0 : Math.min(1 << bits, (pixelsAt - in.position()) / entryBytes);
        for (int i = 0; i < entries; i++) {
            palette[i] = OPAQUE | in.littleInt24();
            in.skip(entryBytes - 3L);
        }
    }

    private Thumbnail readRows(ThumbnailGrid grid, int bits, boolean isTopDown) throws IOException {
        PixelAverages averages = new PixelAverages(grid);
        int[] row = new int[grid.width()];
        int rowBytes = (grid.width() * bits + 31) / 32 * 4;
        for (int i = 0; i < grid.height(); i++) {
            ByteCursor bytes = in.take(rowBytes);
            for (int x = 0; x < row.length; x++) {
                row[x] = color(bytes.bytes(), bytes.position(), x, bits);
            }
            averages.addRow(isTopDown ? i : grid.height() - 1 - i, row);
        }
        return averages.thumbnail();
    }

    /** The fourth byte of a pixel with 32 bits is unused. */
    private int color(byte[] bytes, int from, int x, int bits) {
        if (bits <= 8) {
            int bit = x * bits;
            return palette[bytes[from + bit / 8] >> 8 - bits - bit % 8 & (1 << bits) - 1];
        }
        int at = from + x * (bits / 8);
        return OPAQUE | (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at] & 0xFF;
    }
}
