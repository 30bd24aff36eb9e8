package dev.darkroom.image.type;

import dev.darkroom.image.raster.Outline;

/** Reads glyph outlines (the {@code glyf} table), and adds them to an outline at their placement. */
final class GlyphReader {

    private static final int ON_CURVE = 0x01;
    private static final int SHORT_X = 0x02;
    private static final int SHORT_Y = 0x04;
    private static final int REPEAT = 0x08;
    private static final int SAME_X = 0x10;
    private static final int SAME_Y = 0x20;

    private static final int ARGS_ARE_WORDS = 0x0001;
    private static final int ARGS_ARE_OFFSETS = 0x0002;
    private static final int HAS_SCALE = 0x0008;
    private static final int MORE_COMPONENTS = 0x0020;
    private static final int HAS_X_AND_Y_SCALE = 0x0040;
    private static final int HAS_MATRIX = 0x0080;

    /** The maximum nesting of composite glyphs, which no real font reaches. */
    private static final int MAX_DEPTH = 4;

    private final TrueType font;
    private final Outline outline;

    GlyphReader(TrueType font, Outline outline) {
        this.font = font;
        this.outline = outline;
    }

    void add(int glyph, Placement placement) {
        add(glyph, placement, 0);
    }

    private void add(int glyph, Placement placement, int depth) {
        int at = font.outline(glyph);
        if (at < 0 || depth > MAX_DEPTH) {
            return;
        }
        int contours = font.int16(at);
        if (contours < 0) {
            addComponents(at + 10, placement, depth);
        } else if (contours > 0) {
            addContours(at + 10, contours, placement);
        }
    }

    /** Adds the components of a composite glyph, such as a letter and its accent. */
    private void addComponents(int at, Placement placement, int depth) {
        int flags;
        do {
            flags = font.uint16(at);
            int glyph = font.uint16(at + 2);
            boolean hasWords = (flags & ARGS_ARE_WORDS) != 0;
            int dx = hasWords ? font.int16(at + 4) : font.int8(at + 4);
            int dy = hasWords ? font.int16(at + 6) : font.int8(at + 5);
            at += hasWords ? 8 : 6;
            Placement component = (flags & ARGS_ARE_OFFSETS) == 0 ? placement : placement.translate(dx, dy);
            if ((flags & HAS_SCALE) != 0) {
                component = component.transform(f2dot14(at), 0, 0, f2dot14(at));
                at += 2;
            } else if ((flags & HAS_X_AND_Y_SCALE) != 0) {
                component = component.transform(f2dot14(at), 0, 0, f2dot14(at + 2));
                at += 4;
            } else if ((flags & HAS_MATRIX) != 0) {
                component = component.transform(f2dot14(at), f2dot14(at + 2), f2dot14(at + 4), f2dot14(at + 6));
                at += 8;
            }
            add(glyph, component, depth + 1);
        } while ((flags & MORE_COMPONENTS) != 0);
    }

    private void addContours(int at, int contours, Placement placement) {
        int points = font.uint16(at + 2 * (contours - 1)) + 1;
        int[] flags = new int[points];
        int next = at + 2 * contours;
        next += 2 + font.uint16(next);
        for (int i = 0; i < points; ) {
            int flag = font.uint8(next++);
            int times = (flag & REPEAT) == 0 ? 1 : 1 + font.uint8(next++);
            for (; times > 0; times--) {
                flags[i++] = flag;
            }
        }
        int[] xs = new int[points];
        next = coordinates(next, flags, SHORT_X, SAME_X, xs);
        int[] ys = new int[points];
        coordinates(next, flags, SHORT_Y, SAME_Y, ys);
        int first = 0;
        for (int i = 0; i < contours; i++) {
            int last = font.uint16(at + 2 * i);
            new Contour(flags, xs, ys, first, last, placement).addTo(outline);
            first = last + 1;
        }
    }

    private int coordinates(int at, int[] flags, int shortFlag, int sameOrPositiveFlag, int[] values) {
        int next = at;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean isSameOrPositive = (flags[i] & sameOrPositiveFlag) != 0;
            if ((flags[i] & shortFlag) != 0) {
                int step = font.uint8(next++);
                value += isSameOrPositive ? step : -step;
            } else if (!isSameOrPositive) {
                value += font.int16(next);
                next += 2;
            }
            values[i] = value;
        }
        return next;
    }

    private double f2dot14(int at) {
        return font.int16(at) / (double) (1 << 14);
    }

    /** A closed contour of quadratic curves. The file omits an on-curve point midway between two off-curve points. */
    private record Contour(int[] flags, int[] xs, int[] ys, int first, int last, Placement placement) {

        void addTo(Outline outline) {
            int count = last - first + 1;
            int start = 0;
            while (start < count && !isOn(start)) {
                start++;
            }
            boolean isAllOffCurve = start == count;
            double startX = isAllOffCurve ? (x(0) + x(count - 1)) / 2 : x(start);
            double startY = isAllOffCurve ? (y(0) + y(count - 1)) / 2 : y(start);
            outline.moveTo(startX, startY);
            int from = isAllOffCurve ? 0 : start + 1;
            int control = -1;
            for (int i = from; i < from + count - (isAllOffCurve ? 0 : 1); i++) {
                if (isOn(i)) {
                    addSegment(outline, control, x(i), y(i));
                    control = -1;
                } else {
                    if (control >= 0) {
                        addSegment(outline, control, (x(control) + x(i)) / 2, (y(control) + y(i)) / 2);
                    }
                    control = i;
                }
            }
            addSegment(outline, control, startX, startY);
        }

        private void addSegment(Outline outline, int control, double toX, double toY) {
            if (control < 0) {
                outline.lineTo(toX, toY);
            } else {
                outline.curveTo(x(control), y(control), toX, toY);
            }
        }

        private boolean isOn(int i) {
            return (flags[point(i)] & ON_CURVE) != 0;
        }

        private double x(int i) {
            return placement.x(xs[point(i)], ys[point(i)]);
        }

        private double y(int i) {
            return placement.y(xs[point(i)], ys[point(i)]);
        }

        private int point(int i) {
            return first + i % (last - first + 1);
        }
    }
}
