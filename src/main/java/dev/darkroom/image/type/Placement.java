package dev.darkroom.image.type;

/**
 * Where the points of a glyph come to lie. A glyph's y grows upwards, a picture's downwards.
 *
 * @param originX where the glyph's origin is in the picture
 */
record Placement(double originX, double originY, double xx, double xy, double yx, double yy) {

    /** @param scale pixels a unit */
    static Placement at(double x, double baseline, double scale) {
        return new Placement(x, baseline, scale, 0, 0, -scale);
    }

    Placement moved(double dx, double dy) {
        return new Placement(originX + dx * xx + dy * yx, originY + dx * xy + dy * yy, xx, xy, yx, yy);
    }

    /** A part of a glyph that has a transformation of its own: x becomes (a, b), y becomes (c, d). */
    Placement scaled(double a, double b, double c, double d) {
        return new Placement(originX, originY, a * xx + b * yx, a * xy + b * yy, c * xx + d * yx, c * xy + d * yy);
    }

    double x(double pointX, double pointY) {
        return originX + pointX * xx + pointY * yx;
    }

    double y(double pointX, double pointY) {
        return originY + pointX * xy + pointY * yy;
    }
}
