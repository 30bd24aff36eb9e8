package dev.darkroom.image.decode;

import java.io.IOException;

/**
 * The prefix codes of an image. Each square of the image may have its own (RFC 9649, section 3.7.2.2). Takes up to
 * {@value #MAX_BYTES} bytes, and 2 bytes per square of at least 4×4 pixels.
 */
final class Vp8lGroups {

    private static final int MAX_BYTES = 48 << 20;

    private final Vp8lCodes[] groups;
    private final int squareBits;
    private final int squaresWide;

    /** The group of each square, row by row. */
    private final char[] squares;

    private Vp8lGroups(Vp8lCodes[] groups, int squareBits, int squaresWide, char[] squares) {
        this.groups = groups;
        this.squareBits = squareBits;
        this.squaresWide = squaresWide;
        this.squares = squares;
    }

    /** The same codes for the whole image. */
    static Vp8lGroups single(Vp8lBits in, int cachedColors) throws IOException {
        return new Vp8lGroups(new Vp8lCodes[] {Vp8lCodes.read(in, cachedColors)}, 0, 0, new char[0]);
    }

    static Vp8lGroups read(Vp8lBits in, int width, int height, int cachedColors) throws IOException {
        if (!in.readFlag()) {
            return single(in, cachedColors);
        }
        int bits = 2 + in.read(3);
        int squaresWide = Vp8lTransform.squares(width, bits);
        int[] image = Vp8lPixels.readImage(in, squaresWide, Vp8lTransform.squares(height, bits));
        char[] squares = new char[image.length];
        int count = 0;
        for (int i = 0; i < image.length; i++) {
            squares[i] = (char) (image[i] >> 8);
            count = Math.max(count, squares[i] + 1);
        }
        return new Vp8lGroups(readGroups(in, count, cachedColors), bits, squaresWide, squares);
    }

    private static Vp8lCodes[] readGroups(Vp8lBits in, int count, int cachedColors) throws IOException {
        Vp8lCodes[] groups = new Vp8lCodes[count];
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            groups[i] = Vp8lCodes.read(in, cachedColors);
            bytes += groups[i].bytes();
            if (bytes > MAX_BYTES) {
                throw new IOException("its prefix codes take too much memory");
            }
        }
        return groups;
    }

    Vp8lCodes at(int x, int y) {
        return squares.length == 0 ? groups[0] : groups[squares[(y >> squareBits) * squaresWide + (x >> squareBits)]];
    }
}
