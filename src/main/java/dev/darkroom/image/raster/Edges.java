package dev.darkroom.image.raster;

import java.util.Arrays;

/**
 * The edges of an outline, sorted by their top. Only the active ones, which cross the current scanline, are visited.
 */
final class Edges {

    private final double[] lines;
    /**
     * Sort keys: the first row of an edge in the upper 32 bits, the offset of the edge in {@link #lines} in the lower.
     */
    private final long[] byTop;

    private final int bottom;
    private int nextLine;
    private int[] active = new int[16];
    private int activeCount;

    Edges(Outline outline) {
        this.lines = outline.close().lines();
        this.byTop = new long[outline.length() / 4];
        int maxBottom = 0;
        for (int i = 0; i < byTop.length; i++) {
            byTop[i] = (long) firstRow(4 * i) << Integer.SIZE | 4 * i;
            maxBottom = Math.max(maxBottom, (int) Math.ceil(bottom(4 * i)));
        }
        Arrays.sort(byTop);
        this.bottom = maxBottom;
    }

    /** The first row of the image that an edge crosses. */
    int top() {
        return byTop.length == 0 ? bottom : row(0);
    }

    /** The row below the last crossed one. */
    int bottom() {
        return bottom;
    }

    /** Adds the edges that cross row {@code y}. Rows must be visited from top to bottom. */
    void cross(int y, Coverage coverage) {
        while (nextLine < byTop.length && row(nextLine) <= y) {
            if (activeCount == active.length) {
                active = Arrays.copyOf(active, 2 * activeCount);
            }
            active[activeCount++] = (int) byTop[nextLine++];
        }
        int remaining = 0;
        for (int i = 0; i < activeCount; i++) {
            int line = active[i];
            cross(line, y, coverage);
            if (bottom(line) > y + 1) {
                active[remaining++] = line;
            }
        }
        activeCount = remaining;
    }

    private void cross(int line, int y, Coverage coverage) {
        boolean isDown = lines[line + 1] < lines[line + 3];
        int upper = isDown ? line : line + 2;
        int lower = isDown ? line + 2 : line;
        double from = Math.max(lines[upper + 1], y);
        double to = Math.min(lines[lower + 1], y + 1);
        if (from < to) {
            double slope = (lines[lower] - lines[upper]) / (lines[lower + 1] - lines[upper + 1]);
            double fromX = lines[upper] + (from - lines[upper + 1]) * slope;
            double toX = lines[upper] + (to - lines[upper + 1]) * slope;
            coverage.add(fromX, toX, isDown ? to - from : from - to);
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
