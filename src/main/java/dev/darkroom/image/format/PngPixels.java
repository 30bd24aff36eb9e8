package dev.darkroom.image.format;

import dev.darkroom.image.raster.Raster;
import dev.darkroom.image.raster.Yielding;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * The image data of a PNG: a zlib stream (RFC 1950) of scanlines with the filter type Up, which is the difference from
 * the scanline above. Most of these differences are zero.
 */
final class PngPixels {

    private static final byte UP = 2;

    private final Deflate deflate;
    private final Adler32 checksum = new Adler32();
    private final byte[] bytes;
    private final byte[] unchanged;
    private final byte[] filtered;

    private PngPixels(Raster raster, Deflate deflate) {
        this.deflate = deflate;
        this.bytes = raster.bytes();
        this.unchanged = new byte[1 + raster.size().width()];
        this.filtered = new byte[unchanged.length];
        unchanged[0] = UP;
        filtered[0] = UP;
    }

    static void compress(Raster raster, BitWriter out, Deflate deflate) {
        PngPixels pixels = new PngPixels(raster, deflate);
        Zlib.begin(out);
        for (int y = 0; y < raster.size().height(); y++) {
            Yielding.beforeRow(y);
            pixels.write(raster.offset(0, y), y == 0 ? 0 : raster.offset(0, y - 1), y == 0);
        }
        Zlib.end(out, deflate, pixels.checksum);
    }

    private void write(int at, int above, boolean isFirst) {
        int width = filtered.length - 1;
        if (!isFirst && Arrays.equals(bytes, at, at + width, bytes, above, above + width)) {
            write(unchanged);
            return;
        }
        for (int x = 0; x < width; x++) {
            filtered[1 + x] = (byte) (isFirst ? bytes[at + x] : bytes[at + x] - bytes[above + x]);
        }
        write(filtered);
    }

    private void write(byte[] differences) {
        checksum.update(differences);
        int x = 0;
        while (x < differences.length) {
            int run = x > 0 ? runLength(differences, x) : 0;
            if (run >= Deflate.MIN_MATCH) {
                deflate.repeatLast(run);
                x += run;
            } else {
                deflate.addLiteral(differences[x++]);
            }
        }
    }

    private static int runLength(byte[] filtered, int from) {
        if (filtered[from] != filtered[from - 1]) {
            return 0;
        }
        int differs = Arrays.mismatch(filtered, from, filtered.length, filtered, from - 1, filtered.length - 1);
        return differs < 0 ? filtered.length - from : differs;
    }
}
