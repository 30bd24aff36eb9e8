package dev.darkroom.image.type;

import dev.darkroom.image.raster.Outline;

/** Reads the outlines of glyphs (the table {@code glyf}), and puts them where they are to be drawn. */
final class GlyphReader {

    private static final int ON_CURVE = 0x01;
    private static final int SHORT_X = 0x02;
    private static final int SHORT_Y = 0x04;
    private static final int REPEATED = 0x08;
    private static final int SAME_X = 0x10;
    private static final int SAME_Y = 0x20;

    private static final int WORDS = 0x0001;
    private static final int OFFSETS = 0x0002;
    private static final int SCALED = 0x0008;
    private static final int MORE = 0x0020;
    private static final int SCALED_EACH_WAY = 0x0040;
    private static final int TRANSFORMED = 0x0080;

    /** A glyph of glyphs of glyphs: deeper than any font goes. */
    private static final int DEEPEST = 4;

    private final TrueType font;
    private final Outline outline;

    GlyphReader(TrueType font, Outline outline) {
        this.font = font;
        this.outline = outline;
    }

    /** Adds a glyph to the outline. */
    void add(int glyph, Placement placement) {
        add(glyph, placement, 0);
    }

    private void add(int glyph, Placement placement, int depth) {
        int at = font.outline(glyph);
        if (at < 0 || depth > DEEPEST) {
            return;
        }
        int contours = font.signed(at);
        if (contours < 0) {
            addParts(at + 10, placement, depth);
        } else if (contours > 0) {
            addContours(at + 10, contours, placement);
        }
    }

    /** A glyph that is put together from others, like a letter and its accent. */
    private void addParts(int at, Placement placement, int depth) {
        int flags;
        do {
            flags = font.unsigned(at);
            int glyph = font.unsigned(at + 2);
            boolean words = (flags & WORDS) != 0;
            int dx = words ? font.signed(at + 4) : font.signedByte(at + 4);
            int dy = words ? font.signed(at + 6) : font.signedByte(at + 5);
            at += words ? 8 : 6;
            Placement part = (flags & OFFSETS) == 0 ? placement : placement.moved(dx, dy);
            if ((flags & SCALED) != 0) {
                part = part.scaled(fraction(at), 0, 0, fraction(at));
                at += 2;
            } else if ((flags & SCALED_EACH_WAY) != 0) {
                part = part.scaled(fraction(at), 0, 0, fraction(at + 2));
                at += 4;
            } else if ((flags & TRANSFORMED) != 0) {
                part = part.scaled(fraction(at), fraction(at + 2), fraction(at + 4), fraction(at + 6));
                at += 8;
            }
            add(glyph, part, depth + 1);
        } while ((flags & MORE) != 0);
    }

    private void addContours(int at, int contours, Placement placement) {
        int points = font.unsigned(at + 2 * (contours - 1)) + 1;
        int[] flags = new int[points];
        int next = at + 2 * contours;
        next += 2 + font.unsigned(next);
        for (int i = 0; i < points; ) {
            int flag = font.unsignedByte(next++);
            int times = (flag & REPEATED) == 0 ? 1 : 1 + font.unsignedByte(next++);
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
            int last = font.unsigned(at + 2 * i);
            new Contour(flags, xs, ys, first, last, placement).addTo(outline);
            first = last + 1;
        }
    }

    private int coordinates(int at, int[] flags, int isShort, int isSame, int[] values) {
        int next = at;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean same = (flags[i] & isSame) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = font.unsignedByte(next++);
                value += same ? step : -step;
            } else if (!same) {
                value += font.signed(next);
                next += 2;
            }
            values[i] = value;
        }
        return next;
    }

    private double fraction(int at) {
        return font.signed(at) / (double) (1 << 14);
    }

    /** One closed line: between two points off the curve lies one on it, which the file leaves out. */
    private record Contour(int[] flags, int[] xs, int[] ys, int first, int last, Placement placement) {

        void addTo(Outline outline) {
            int count = last - first + 1;
            int start = 0;
            while (start < count && !isOn(start)) {
                start++;
            }
            boolean none = start == count;
            double beginX = none ? (x(0) + x(count - 1)) / 2 : x(start);
            double beginY = none ? (y(0) + y(count - 1)) / 2 : y(start);
            outline.moveTo(beginX, beginY);
            int from = none ? 0 : start + 1;
            int bend = -1;
            for (int i = from; i < from + count - (none ? 0 : 1); i++) {
                if (isOn(i)) {
                    to(outline, bend, x(i), y(i));
                    bend = -1;
                } else {
                    if (bend >= 0) {
                        to(outline, bend, (x(bend) + x(i)) / 2, (y(bend) + y(i)) / 2);
                    }
                    bend = i;
                }
            }
            to(outline, bend, beginX, beginY);
        }

        private void to(Outline outline, int bend, double toX, double toY) {
            if (bend < 0) {
                outline.lineTo(toX, toY);
            } else {
                outline.curveTo(x(bend), y(bend), toX, toY);
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
