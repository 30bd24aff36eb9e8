package dev.darkroom.image.raster;

import java.util.Arrays;

/**
 * A shape, as the straight lines around it, in pixels from the left and from the top. Curves become lines that are
 * never further from them than can be seen. Where contours overlap, the shape is all of them; a contour that runs the
 * other way inside another one is a hole.
 *
 * <p>Only {@link StrictMath} has a say in where a line goes: it gives the same picture on every machine.
 */
public final class Outline {

    /** How far a line may be from its curve, in pixels. */
    private static final double FLATNESS = 0.1;

    private double[] lines = new double[256];
    private int length;
    private double startX;
    private double startY;
    private double x;
    private double y;

    /** Forgets all its lines, so that it can be another shape. */
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

    /** A quadratic curve. */
    public Outline curveTo(double bendX, double bendY, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        double bend = StrictMath.hypot(fromX - 2 * bendX + toX, fromY - 2 * bendY + toY);
        int steps = Math.max(1, (int) StrictMath.ceil(StrictMath.sqrt(bend / (4 * FLATNESS))));
        for (int i = 1; i < steps; i++) {
            double t = (double) i / steps;
            double s = 1 - t;
            lineTo(s * s * fromX + 2 * s * t * bendX + t * t * toX, s * s * fromY + 2 * s * t * bendY + t * t * toY);
        }
        return lineTo(toX, toY);
    }

    /** Leads back to where the contour began. */
    public Outline close() {
        return x == startX && y == startY ? this : lineTo(startX, startY);
    }

    public static Outline circle(double centreX, double centreY, double radius) {
        return sector(centreX, centreY, radius, 0, 2 * StrictMath.PI);
    }

    /** A piece of a circle between two angles, in radians clockwise from three o'clock, as a slice of cake. */
    public static Outline sector(double centreX, double centreY, double radius, double from, double to) {
        boolean whole = to - from >= 2 * StrictMath.PI;
        Outline sector = new Outline();
        if (!whole) {
            sector.moveTo(centreX, centreY);
        }
        return sector.arc(centreX, centreY, radius, from, to, !whole).close();
    }

    /** @param radius of the corners */
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

    private Outline arc(double centreX, double centreY, double radius, double from, double to, boolean connected) {
        double step = StrictMath.sqrt(8 * FLATNESS / Math.max(1, radius));
        int steps = Math.max(4, (int) StrictMath.ceil((to - from) / step));
        for (int i = 0; i <= steps; i++) {
            double angle = from + (to - from) * i / steps;
            double toX = centreX + radius * StrictMath.cos(angle);
            double toY = centreY + radius * StrictMath.sin(angle);
            if (i == 0 && !connected) {
                moveTo(toX, toY);
            } else {
                lineTo(toX, toY);
            }
        }
        return this;
    }

    /** Four numbers a line: from x, y, to x, y; only the first {@link #length()} are any. */
    double[] lines() {
        return lines;
    }

    int length() {
        return length;
    }
}
