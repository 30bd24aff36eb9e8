package dev.darkroom.image.format;

import dev.darkroom.image.raster.Raster;
import dev.darkroom.image.raster.Yielding;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * The pixels of a PNG: each row is told by how it differs from the one above it (the filter "up"), which is not at all
 * for most pixels, and the differences are compressed (RFC 1950).
 */
final class PngPixels {

    /** Deflate, a window of 32 KB, the fastest of four levels. */
    private static final int HEADER = 0x0178;

    private static final byte UP = 2;

    private final Deflate deflate;
    private final Adler32 sum = new Adler32();
    private final byte[] bytes;
    private final byte[] same;
    private final byte[] row;

    private PngPixels(Raster raster, Deflate deflate) {
        this.deflate = deflate;
        this.bytes = raster.bytes();
        this.same = new byte[1 + raster.size().width()];
        this.row = new byte[same.length];
        same[0] = UP;
        row[0] = UP;
    }

    static void compress(Raster raster, BitWriter out, Deflate deflate) {
        PngPixels pixels = new PngPixels(raster, deflate);
        out.write(HEADER, 16);
        for (int y = 0; y < raster.size().height(); y++) {
            Yielding.before(y);
            pixels.write(raster.offset(0, y), y == 0 ? 0 : raster.offset(0, y - 1), y == 0);
        }
        deflate.finish();
        out.fill();
        out.write(Integer.reverseBytes((int) pixels.sum.getValue()), Integer.SIZE);
    }

    private void write(int at, int above, boolean isFirst) {
        int width = row.length - 1;
        if (!isFirst && Arrays.equals(bytes, at, at + width, bytes, above, above + width)) {
            write(same);
            return;
        }
        for (int x = 0; x < width; x++) {
            row[1 + x] = (byte) (isFirst ? bytes[at + x] : bytes[at + x] - bytes[above + x]);
        }
        write(row);
    }

    private void write(byte[] differences) {
        sum.update(differences);
        int x = 0;
        while (x < differences.length) {
            int times = x > 0 ? repeats(differences, x) : 0;
            if (times >= Deflate.MIN_MATCH) {
                deflate.repeat(times);
                x += times;
            } else {
                deflate.literal(differences[x++]);
            }
        }
    }

    private static int repeats(byte[] row, int from) {
        if (row[from] != row[from - 1]) {
            return 0;
        }
        int differs = Arrays.mismatch(row, from, row.length, row, from - 1, row.length - 1);
        return differs < 0 ? row.length - from : differs;
    }
}
