package dev.darkroom.image.type;

/**
 * The affine transformation from a glyph's coordinates to an image's. A glyph's y axis points up, an image's down.
 *
 * @param originX where the glyph's origin is in the image
 */
record Placement(double originX, double originY, double xx, double xy, double yx, double yy) {

    /** @param scale pixels per font unit */
    static Placement at(double x, double baseline, double scale) {
        return new Placement(x, baseline, scale, 0, 0, -scale);
    }

    Placement translate(double dx, double dy) {
        return new Placement(originX + dx * xx + dy * yx, originY + dx * xy + dy * yy, xx, xy, yx, yy);
    }

    /** Applies the transformation of a component first, which maps the x axis to (a, b) and the y axis to (c, d). */
    Placement transform(double a, double b, double c, double d) {
        return new Placement(originX, originY, a * xx + b * yx, a * xy + b * yy, c * xx + d * yx, c * xy + d * yy);
    }

    double x(double pointX, double pointY) {
        return originX + pointX * xx + pointY * yx;
    }

    double y(double pointX, double pointY) {
        return originY + pointX * xy + pointY * yy;
    }
}
