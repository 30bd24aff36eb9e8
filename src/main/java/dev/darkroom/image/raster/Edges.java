package dev.darkroom.image.raster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The lines of an outline, from the top to the bottom of it; only those that cross the row in hand are looked at. */
final class Edges {

    private final double[] lines;
    private final int[] byTop;
    private final int bottom;
    private int begun;
    private int[] active = new int[16];
    private int count;

    /** @param lines as {@link Outline#lines()} gives them */
    Edges(double[] lines) {
        this.lines = lines;
        this.byTop = IntStream.range(0, lines.length / 4)
                .map(i -> 4 * i)
                .filter(i -> lines[i + 1] != lines[i + 3])
                .boxed()
                .sorted(Comparator.comparingDouble(this::top))
                .mapToInt(Integer::intValue)
                .toArray();
        this.bottom = (int)
                Math.ceil(Arrays.stream(byTop).mapToDouble(this::bottom).max().orElse(0));
    }

    /** The first row of the picture that they cross. */
    int top() {
        return byTop.length == 0 ? bottom : Math.max(0, (int) Math.floor(top(byTop[0])));
    }

    /** The row below the last. */
    int bottom() {
        return bottom;
    }

    /** Tells what covers the row {@code y}; rows are to be asked for from the top. */
    void cross(int y, Coverage coverage) {
        while (begun < byTop.length && top(byTop[begun]) < y + 1) {
            if (count == active.length) {
                active = Arrays.copyOf(active, 2 * count);
            }
            active[count++] = byTop[begun++];
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

    private double top(int line) {
        return Math.min(lines[line + 1], lines[line + 3]);
    }

    private double bottom(int line) {
        return Math.max(lines[line + 1], lines[line + 3]);
    }
}
