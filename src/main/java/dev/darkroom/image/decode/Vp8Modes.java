package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads how the macroblocks of a key frame are predicted (RFC 6386, sections 8 and 11). The modes of the subblocks
 * depend on those above and to the left.
 */
final class Vp8Modes {

    static final int DC = 0;
    static final int TRUE_MOTION = 1;
    static final int VERTICAL = 2;
    static final int HORIZONTAL = 3;
    static final int LEFT_DOWN = 4;
    static final int RIGHT_DOWN = 5;
    static final int VERTICAL_RIGHT = 6;
    static final int VERTICAL_LEFT = 7;
    static final int HORIZONTAL_DOWN = 8;
    static final int HORIZONTAL_UP = 9;

    private static final int SIDE = 4;

    private final Vp8BoolDecoder in;
    private final int[] above;
    private final int[] left = new int[SIDE];
    private final int[] subblocks = new int[SIDE * SIDE];
    private boolean hasSubblocks;
    private int luma;
    private int chroma;

    Vp8Modes(Vp8BoolDecoder in, int macroblocksWide) {
        this.in = in;
        this.above = new int[SIDE * macroblocksWide];
    }

    void beginRow() {
        Arrays.fill(left, DC);
    }

    /** Reads the modes of the next macroblock. */
    void read(int macroblockX) throws IOException {
        hasSubblocks = !in.readFlag(145);
        if (hasSubblocks) {
            readSubblocks(SIDE * macroblockX);
        } else {
            luma = in.readFlag(156) ? in.readFlag(128) ? TRUE_MOTION : HORIZONTAL : in.readFlag(163) ? VERTICAL : DC;
            Arrays.fill(above, SIDE * macroblockX, SIDE * macroblockX + SIDE, luma);
            Arrays.fill(left, luma);
        }
        chroma = readChroma();
    }

    /** Whether each subblock of 4×4 pixels of luma has a mode of its own. */
    boolean hasSubblocks() {
        return hasSubblocks;
    }

    /** @param index row by row */
    int subblock(int index) {
        return subblocks[index];
    }

    int luma() {
        return luma;
    }

    int chroma() {
        return chroma;
    }

    private int readChroma() throws IOException {
        if (!in.readFlag(142)) {
            return DC;
        }
        if (!in.readFlag(114)) {
            return VERTICAL;
        }
        return in.readFlag(183) ? TRUE_MOTION : HORIZONTAL;
    }

    private void readSubblocks(int x) throws IOException {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int mode = readSubblock(above[x + column], left[row]);
                above[x + column] = mode;
                left[row] = mode;
                subblocks[SIDE * row + column] = mode;
            }
        }
    }

    private int readSubblock(int modeAbove, int modeToTheLeft) throws IOException {
        if (!isSet(modeAbove, modeToTheLeft, 0)) {
            return DC;
        }
        if (!isSet(modeAbove, modeToTheLeft, 1)) {
            return TRUE_MOTION;
        }
        if (!isSet(modeAbove, modeToTheLeft, 2)) {
            return VERTICAL;
        }
        if (!isSet(modeAbove, modeToTheLeft, 3)) {
            if (!isSet(modeAbove, modeToTheLeft, 4)) {
                return HORIZONTAL;
            }
            return isSet(modeAbove, modeToTheLeft, 5) ? VERTICAL_RIGHT : RIGHT_DOWN;
        }
        if (!isSet(modeAbove, modeToTheLeft, 6)) {
            return LEFT_DOWN;
        }
        if (!isSet(modeAbove, modeToTheLeft, 7)) {
            return VERTICAL_LEFT;
        }
        return isSet(modeAbove, modeToTheLeft, 8) ? HORIZONTAL_UP : HORIZONTAL_DOWN;
    }

    private boolean isSet(int modeAbove, int modeToTheLeft, int node) throws IOException {
        return in.readFlag(Vp8Tables.subblockModeProbability(modeAbove, modeToTheLeft, node));
    }
}
