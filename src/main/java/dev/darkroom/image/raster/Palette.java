package dev.darkroom.image.raster;

import java.util.Arrays;

/**
 * The colors of a picture, 0xAARRGGBB, in the order in which they were first used. When all places are taken, the
 * nearest color stands for a new one.
 */
public final class Palette {

    public static final int MAX = 256;

    /** In how many steps an edge goes from one color to the other. */
    public static final int LEVELS = 15;

    /** Blends that differ by no more than this in any channel, of 255, look the same. */
    private static final int TOLERANCE = 4;

    private static final short UNKNOWN = -1;

    private final int[] colors = new int[MAX];
    private final short[][][] blends = new short[MAX][][];
    private int size;
    private int room = MAX;

    /** Leaves so many places free for what is drawn later. */
    public void keepFree(int places) {
        room = MAX - places;
    }

    /** How many colors there are. */
    public int size() {
        return size;
    }

    public int color(int index) {
        return colors[index];
    }

    /** All of them. */
    public int[] colors() {
        return Arrays.copyOf(colors, size);
    }

    /** Where this color is, or the one that stands for it. */
    public int index(int color) {
        return index(color, 0);
    }

    /**
     * What becomes of a pixel when something is drawn over a part of it.
     *
     * @param under index of the color that was there
     * @param over index of the color that comes over it
     * @param level how much of it is covered, from 0 to {@value #LEVELS}
     */
    int blend(int under, int over, int level) {
        if (blends[over] == null) {
            blends[over] = new short[MAX][];
        }
        short[] known = blends[over][under];
        if (known == null) {
            known = new short[LEVELS + 1];
            Arrays.fill(known, UNKNOWN);
            blends[over][under] = known;
        }
        if (known[level] == UNKNOWN) {
            known[level] = (short) index(mix(colors[under], colors[over], level), TOLERANCE);
        }
        return known[level];
    }

    private int index(int color, int tolerance) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size && least > 0; i++) {
            int distance = distance(colors[i], color);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (least <= tolerance || size >= room) {
            return nearest;
        }
        colors[size] = color;
        return size++;
    }

    private static int distance(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            most = Math.max(most, Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)));
        }
        return most;
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
