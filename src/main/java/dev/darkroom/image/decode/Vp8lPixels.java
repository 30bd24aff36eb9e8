package dev.darkroom.image.decode;

import java.io.IOException;

/**
 * An entropy-coded image of a lossless WebP (RFC 9649, section 3.6.2), decoded row by row. Copies reach back at most
 * 2²⁰ pixels, so it keeps only these: 4 MiB.
 */
final class Vp8lPixels {

    private static final int LITERALS = 256;
    private static final int LENGTHS = 24;
    private static final int MAX_WINDOW = 1 << 20;
    private static final int CACHE_MULTIPLIER = 0x1E35A7BD;

    private final Vp8lBits in;
    private final int width;
    private final int cacheBits;
    private final int[] cache;
    private final Vp8lGroups groups;
    private final int[] window;
    private int position;
    private int copyRemaining;
    private int copyDistance;
    private int nextRow;

    /** @param cacheBits the binary logarithm of the number of cached colors; 0 if there is no cache */
    private Vp8lPixels(Vp8lBits in, int width, int height, int cacheBits, Vp8lGroups groups) {
        this.in = in;
        this.width = width;
        this.cacheBits = cacheBits;
        this.cache = new int[cachedColors(cacheBits)];
        this.groups = groups;
        int pixels = Math.min(MAX_WINDOW, width * height);
        this.window = new int[Math.max(1, Integer.highestOneBit(2 * pixels - 1))];
    }

    /** The main image, whose prefix codes may depend on the position. */
    static Vp8lPixels ofMainImage(Vp8lBits in, int width, int height) throws IOException {
        int cacheBits = readCacheBits(in);
        Vp8lGroups groups = Vp8lGroups.read(in, width, height, cachedColors(cacheBits));
        return new Vp8lPixels(in, width, height, cacheBits, groups);
    }

    /** Reads another image at once, such as the parameters of a transform. */
    static int[] readImage(Vp8lBits in, int width, int height) throws IOException {
        int cacheBits = readCacheBits(in);
        Vp8lGroups codes = Vp8lGroups.single(in, cachedColors(cacheBits));
        Vp8lPixels pixels = new Vp8lPixels(in, width, height, cacheBits, codes);
        int[] image = new int[width * height];
        for (int y = 0; y < height; y++) {
            pixels.readRow(image, y * width);
        }
        return image;
    }

    private static int readCacheBits(Vp8lBits in) throws IOException {
        if (!in.readFlag()) {
            return 0;
        }
        int bits = in.read(4);
        if (bits < 1 || bits > 11) {
            throw new IOException("its color cache is invalid");
        }
        return bits;
    }

    private static int cachedColors(int cacheBits) {
        return cacheBits == 0 ? 0 : 1 << cacheBits;
    }

    /** Reads the next row, 0xAARRGGBB. */
    void readRow(int[] out, int offset) throws IOException {
        for (int x = 0; x < width; x++) {
            int pixel;
            if (copyRemaining > 0) {
                copyRemaining--;
                pixel = window[position - copyDistance & window.length - 1];
            } else {
                pixel = readPixel(groups.at(x, nextRow));
            }
            if (cacheBits > 0) {
                cache[pixel * CACHE_MULTIPLIER >>> Integer.SIZE - cacheBits] = pixel;
            }
            window[position++ & window.length - 1] = pixel;
            out[offset + x] = pixel;
        }
        nextRow++;
    }

    private int readPixel(Vp8lCodes codes) throws IOException {
        int symbol = codes.green().decode(in);
        if (symbol < LITERALS) {
            int red = codes.red().decode(in);
            int blue = codes.blue().decode(in);
            return codes.alpha().decode(in) << 24 | red << 16 | symbol << 8 | blue;
        }
        if (symbol >= LITERALS + LENGTHS) {
            return cache[symbol - LITERALS - LENGTHS];
        }
        copyRemaining = readValue(symbol - LITERALS) - 1;
        copyDistance = Vp8lDistances.distance(readValue(codes.distance().decode(in)), width);
        if (copyDistance > position) {
            throw new IOException("it copies pixels from before its start");
        }
        return window[position - copyDistance & window.length - 1];
    }

    /** The symbol stands for a range of values from 1; extra bits give the position in the range. */
    private int readValue(int symbol) throws IOException {
        if (symbol < 4) {
            return symbol + 1;
        }
        int extraBits = symbol - 2 >> 1;
        return (2 + (symbol & 1) << extraBits) + in.read(extraBits) + 1;
    }
}
