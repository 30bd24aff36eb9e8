package dev.darkroom.image.raster;

import java.util.Arrays;

/** The lines of an outline, from the top to the bottom of it; only those that cross the row in hand are looked at. */
final class Edges {

    private final double[] lines;
    /** In the upper half the first row that a line crosses, in the lower half where the line is. */
    private final long[] byTop;

    private final int bottom;
    private int begun;
    private int[] active = new int[16];
    private int count;

    Edges(Outline outline) {
        this.lines = outline.close().lines();
        this.byTop = new long[outline.length() / 4];
        int lowest = 0;
        for (int i = 0; i < byTop.length; i++) {
            byTop[i] = (long) firstRow(4 * i) << Integer.SIZE | 4 * i;
            lowest = Math.max(lowest, (int) Math.ceil(bottom(4 * i)));
        }
        Arrays.sort(byTop);
        this.bottom = lowest;
    }

    /** The first row of the picture that they cross. */
    int top() {
        return byTop.length == 0 ? bottom : row(0);
    }

    /** The row below the last. */
    int bottom() {
        return bottom;
    }

    /** Tells what covers the row {@code y}; rows are to be asked for from the top. */
    void cross(int y, Coverage coverage) {
        while (begun < byTop.length && row(begun) <= y) {
            if (count == active.length) {
                active = Arrays.copyOf(active, 2 * count);
            }
            active[count++] = (int) byTop[begun++];
        }
        int still = 0;
        for (int i = 0; i < count; i++) {
            int line = active[i];
            cross(line, y, coverage);
            if (bottom(line) > y + 1) {
                active[still++] = line;
            }
        }
        count = still;
    }

    private void cross(int line, int y, Coverage coverage) {
        boolean down = lines[line + 1] < lines[line + 3];
        int upper = down ? line : line + 2;
        int lower = down ? line + 2 : line;
        double from = Math.max(lines[upper + 1], y);
        double to = Math.min(lines[lower + 1], y + 1);
        if (from < to) {
            double slope = (lines[lower] - lines[upper]) / (lines[lower + 1] - lines[upper + 1]);
            double fromX = lines[upper] + (from - lines[upper + 1]) * slope;
            double toX = lines[upper] + (to - lines[upper + 1]) * slope;
            coverage.add(fromX, toX, down ? to - from : from - to);
        }
    }

    private int row(int i) {
        return (int) (byTop[i] >> Integer.SIZE);
    }

    private int firstRow(int line) {
        return Math.max(0, (int) Math.floor(Math.min(lines[line + 1], lines[line + 3])));
    }

    private double bottom(int line) {
        return Math.max(lines[line + 1], lines[line + 3]);
    }
}
