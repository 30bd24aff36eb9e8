package dev.darkroom.image.decode;

import java.util.HexFormat;

/** The distances of copies in a lossless WebP (RFC 9649, section 3.6.2.2). Small numbers stand for nearby pixels. */
final class Vp8lDistances {

    private static final int NEARBY = 120;

    /** How far to the left of the pixel, plus 7, and how far above it. */
    private static final byte[] OFFSETS = HexFormat.of()
            .parseHex("71808161729082629151925273a08363a1419353a24274b08464b131a3439454b23275a444b333c0"
                    + "8565c1219555c222b434a545c32376d08666d1119656d212b535c424a646d31377e08767c525e101"
                    + "b636d4149757e202a747e303c626d515f0b737e404f1f2d616f3c727e505f4d717e606f5e707f6f7");

    private Vp8lDistances() {}

    /**
     * The distance in pixels, at least 1.
     *
     * @param number from 1
     * @param width the width of the image in pixels
     */
    static int distance(int number, int width) {
        if (number > NEARBY) {
            return number - NEARBY;
        }
        int offset = Byte.toUnsignedInt(OFFSETS[number - 1]);
        return Math.max(1, (offset >> 4) - 7 + (offset & 0xF) * width);
    }
}
