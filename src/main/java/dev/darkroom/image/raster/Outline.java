package dev.darkroom.image.raster;

import java.util.Arrays;

/**
 * The outline of a shape as line segments, in pixels from the top left corner. Curves are approximated by segments; the
 * deviation is invisible. The fill rule is nonzero winding: overlapping contours form a union, and an inner contour in
 * the opposite direction is a hole.
 *
 * <p>All coordinates are computed with {@link StrictMath}, so that an image is the same on every machine.
 */
public final class Outline {

    /** The maximum distance between a curve and its segments, in pixels. */
    private static final double FLATNESS = 0.1;

    private double[] lines = new double[256];
    private int length;
    private double startX;
    private double startY;
    private double x;
    private double y;

    /** Removes all segments, so that the instance can be reused. */
    public void clear() {
        length = 0;
        startX = x;
        startY = y;
    }

    public Outline moveTo(double toX, double toY) {
        close();
        startX = toX;
        startY = toY;
        x = toX;
        y = toY;
        return this;
    }

    public Outline lineTo(double toX, double toY) {
        if (length + 4 > lines.length) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        lines[length] = x;
        lines[length + 1] = y;
        lines[length + 2] = toX;
        lines[length + 3] = toY;
        length += 4;
        x = toX;
        y = toY;
        return this;
    }

    /** Adds a quadratic Bézier curve. */
    public Outline curveTo(double controlX, double controlY, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        double bend = StrictMath.hypot(fromX - 2 * controlX + toX, fromY - 2 * controlY + toY);
        int steps = Math.max(1, (int) StrictMath.ceil(StrictMath.sqrt(bend / (4 * FLATNESS))));
        for (int i = 1; i < steps; i++) {
            double t = (double) i / steps;
            double s = 1 - t;
            lineTo(
                    s * s * fromX + 2 * s * t * controlX + t * t * toX,
                    s * s * fromY + 2 * s * t * controlY + t * t * toY);
        }
        return lineTo(toX, toY);
    }

    /** Closes the contour with a segment to its start. */
    public Outline close() {
        return x == startX && y == startY ? this : lineTo(startX, startY);
    }

    public static Outline circle(double centerX, double centerY, double radius) {
        return sector(centerX, centerY, radius, 0, 2 * StrictMath.PI);
    }

    /** A circular sector between two angles, in radians clockwise from three o'clock. */
    public static Outline sector(double centerX, double centerY, double radius, double from, double to) {
        boolean isWhole = to - from >= 2 * StrictMath.PI;
        Outline sector = new Outline();
        if (!isWhole) {
            sector.moveTo(centerX, centerY);
        }
        return sector.arc(centerX, centerY, radius, from, to, !isWhole).close();
    }

    /** @param radius the corner radius */
    public static Outline roundedRectangle(double left, double top, double width, double height, double radius) {
        double right = left + width - radius;
        double bottom = top + height - radius;
        double quarter = StrictMath.PI / 2;
        return new Outline()
                .arc(right, top + radius, radius, -quarter, 0, false)
                .arc(right, bottom, radius, 0, quarter, true)
                .arc(left + radius, bottom, radius, quarter, 2 * quarter, true)
                .arc(left + radius, top + radius, radius, 2 * quarter, 3 * quarter, true)
                .close();
    }

    private Outline arc(double centerX, double centerY, double radius, double from, double to, boolean isConnected) {
        double step = StrictMath.sqrt(8 * FLATNESS / Math.max(1, radius));
        int steps = Math.max(4, (int) StrictMath.ceil((to - from) / step));
        for (int i = 0; i <= steps; i++) {
            double angle = from + (to - from) * i / steps;
            double toX = centerX + radius * StrictMath.cos(angle);
            double toY = centerY + radius * StrictMath.sin(angle);
            if (i == 0 && !isConnected) {
                moveTo(toX, toY);
            } else {
                lineTo(toX, toY);
            }
        }
        return this;
    }

    /**
     * Four coordinates per segment: x and y of its start, x and y of its end. Only the first {@link #length()} values
     * are valid.
     */
    double[] lines() {
        return lines;
    }

    int length() {
        return length;
    }
}
