package dev.darkroom.image.decode;

import java.io.IOException;

/** The alpha channel of a lossy WebP (RFC 9649, section 2.7.1.2), row by row. */
final class WebpAlpha {

    private static final int HORIZONTAL = 1;
    private static final int VERTICAL = 2;
    private static final int GRADIENT = 3;

    private final int filter;
    private final ByteCursor raw;

    /** The decoder of the compressed channel; null if it is not compressed. */
    private final Vp8lDecoder compressed;

    private final int[] row;
    private boolean isFirstRow = true;

    WebpAlpha(ByteCursor chunk, ThumbnailGrid grid) throws IOException {
        int header = chunk.int8();
        int compression = header & 3;
        if (compression > 1) {
            throw new IOException("its alpha channel is invalid");
        }
        this.filter = header >> 2 & 3;
        this.raw = chunk;
        this.compressed = compression == 1 ? new Vp8lDecoder(chunk, grid) : null;
        this.row = new int[grid.width()];
    }

    /** Returns the next row, from 0 to 255, valid until the next call. */
    int[] nextRow() throws IOException {
        int[] coded = compressed == null ? null : compressed.nextRow();
        int left = isFirstRow ? 0 : row[0];
        int corner = left;
        for (int x = 0; x < row.length; x++) {
            int above = isFirstRow ? left : row[x];
            int difference = coded == null ? raw.int8() : coded[x] >> 8;
            int value = difference + predict(x, left, above, corner) & 0xFF;
            corner = above;
            left = value;
            row[x] = value;
        }
        isFirstRow = false;
        return row;
    }

    private int predict(int x, int left, int above, int corner) {
        return switch (filter) {
            case HORIZONTAL -> left;
            case VERTICAL -> above;
            case GRADIENT -> isFirstRow || x == 0 ? left : Math.max(0, Math.min(255, left + above - corner));
            default -> 0;
        };
    }
}
