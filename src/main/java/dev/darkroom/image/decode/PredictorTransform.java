package dev.darkroom.image.decode;

/** Adds to each pixel a prediction from its neighbors (RFC 9649, section 3.5.1). */
final class PredictorTransform implements Vp8lTransform {

    private static final int BLACK = 0xFF000000;
    private static final int[] SHIFTS = {0, 8, 16, 24};

    private final int[] modes;
    private final int bits;
    private final int squaresWide;

    /** The row above. The neighbor above and to the right of its last pixel is the first one of the current row. */
    private final int[] above;

    private int nextRow;

    /** @param modes one color per square, whose green channel is the mode */
    PredictorTransform(int[] modes, int bits, int width) {
        this.modes = modes;
        this.bits = bits;
        this.squaresWide = Vp8lTransform.squares(width, bits);
        this.above = new int[width + 1];
    }

    @Override
    public int[] undo(int[] row) {
        row[0] = Vp8lTransform.add(row[0], nextRow == 0 ? BLACK : above[0]);
        above[row.length] = row[0];
        int first = (nextRow >> bits) * squaresWide;
        for (int x = 1; x < row.length; x++) {
            int mode = nextRow == 0 ? 1 : modes[first + (x >> bits)] >> 8 & 0xF;
            row[x] = Vp8lTransform.add(row[x], predict(mode, row[x - 1], above[x], above[x + 1], above[x - 1]));
        }
        System.arraycopy(row, 0, above, 0, row.length);
        nextRow++;
        return row;
    }

    private static int predict(int mode, int left, int top, int topRight, int topLeft) {
        return switch (mode) {
            case 1 -> left;
            case 2 -> top;
            case 3 -> topRight;
            case 4 -> topLeft;
            case 5 -> average(average(left, topRight), top);
            case 6 -> average(left, topLeft);
            case 7 -> average(left, top);
            case 8 -> average(topLeft, top);
            case 9 -> average(top, topRight);
            case 10 -> average(average(left, topLeft), average(top, topRight));
            case 11 -> select(left, top, topLeft);
            case 12 -> addDifference(left, top, topLeft, 0);
            case 13 -> addDifference(average(left, top), average(left, top), topLeft, 1);
            default -> BLACK;
        };
    }

    private static int average(int a, int b) {
        return (a & b) + (((a ^ b) & 0xFEFEFEFE) >>> 1);
    }

    /** The neighbor that is closer to left + top − topLeft, over all channels. */
    private static int select(int left, int top, int topLeft) {
        int toLeft = 0;
        int toTop = 0;
        for (int shift : SHIFTS) {
            int corner = topLeft >> shift & 0xFF;
            toLeft += Math.abs((top >> shift & 0xFF) - corner);
            toTop += Math.abs((left >> shift & 0xFF) - corner);
        }
        return toLeft < toTop ? left : top;
    }

    /**
     * By channel: a + (b − c) / 2ⁿ, rounded towards zero and clamped.
     *
     * @param halvings n
     */
    private static int addDifference(int a, int b, int c, int halvings) {
        int color = 0;
        for (int shift : SHIFTS) {
            int difference = (b >> shift & 0xFF) - (c >> shift & 0xFF);
            int value = (a >> shift & 0xFF) + difference / (1 << halvings);
            color |= Math.max(0, Math.min(255, value)) << shift;
        }
        return color;
    }
}
