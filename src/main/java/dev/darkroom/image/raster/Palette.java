package dev.darkroom.image.raster;

import java.util.Arrays;

/**
 * The colors of an image, 0xAARRGGBB, in the order of their first use. When the palette is full, a new color maps to
 * the nearest entry.
 */
public final class Palette {

    public static final int MAX = 256;

    /** The number of blending steps between two colors along an edge. */
    public static final int LEVELS = 15;

    /**
     * A blend reuses an entry that differs by at most this value in every channel, which is invisible. Channels range
     * to 255.
     */
    private static final int TOLERANCE = 4;

    private static final short UNKNOWN = -1;

    private final int[] colors = new int[MAX];
    private final short[][][] blends = new short[MAX][][];
    private int size;
    private int limit = MAX;

    /** Reserves {@code count} entries for later use; replaces an earlier reservation. */
    public void reserve(int count) {
        limit = MAX - count;
    }

    /** The number of colors. */
    public int size() {
        return size;
    }

    public int color(int index) {
        return colors[index];
    }

    /** Mixes all colors with white; their transparency stays. Nothing may be drawn afterwards. */
    public void lighten(int percent) {
        for (int i = 0; i < size; i++) {
            int lighter = colors[i] & 0xFF000000;
            for (int shift = 0; shift < 24; shift += Byte.SIZE) {
                int channel = colors[i] >>> shift & 0xFF;
                lighter |= channel + (0xFF - channel) * percent / 100 << shift;
            }
            colors[i] = lighter;
        }
    }

    public int[] colors() {
        return Arrays.copyOf(colors, size);
    }

    /** The index of this color, which is added if there is a free entry; otherwise the index of the nearest color. */
    public int index(int color) {
        return index(color, 0);
    }

    /**
     * The index of the color of a pixel that is partly covered by another color.
     *
     * @param under the index of the pixel's color
     * @param over the index of the color drawn over it
     * @param level the coverage, from 0 to {@value #LEVELS}
     */
    int blend(int under, int over, int level) {
        if (blends[over] == null) {
            blends[over] = new short[MAX][];
        }
        short[] cached = blends[over][under];
        if (cached == null) {
            cached = new short[LEVELS + 1];
            Arrays.fill(cached, UNKNOWN);
            blends[over][under] = cached;
        }
        if (cached[level] == UNKNOWN) {
            cached[level] = (short) index(mix(colors[under], colors[over], level), TOLERANCE);
        }
        return cached[level];
    }

    private int index(int color, int tolerance) {
        int nearest = 0;
        int minDistance = Integer.MAX_VALUE;
        for (int i = 0; i < size && minDistance > 0; i++) {
            int distance = distance(colors[i], color);
            if (distance < minDistance) {
                minDistance = distance;
                nearest = i;
            }
        }
        if (minDistance <= tolerance || size >= limit) {
            return nearest;
        }
        colors[size] = color;
        return size++;
    }

    private static int distance(int a, int b) {
        int max = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            max = Math.max(max, Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)));
        }
        return max;
    }

    private static int mix(int under, int over, int level) {
        int underAlpha = under >>> 24;
        int overWeight = (over >>> 24) * level;
        int underWeight = underAlpha * (LEVELS - level);
        int weight = overWeight + underWeight;
        if (weight == 0) {
            return under;
        }
        int mixed = (weight + LEVELS / 2) / LEVELS << 24;
        for (int shift = 0; shift < 24; shift += Byte.SIZE) {
            int sum = (under >>> shift & 0xFF) * underWeight + (over >>> shift & 0xFF) * overWeight;
            mixed |= (sum + weight / 2) / weight << shift;
        }
        return mixed;
    }
}
