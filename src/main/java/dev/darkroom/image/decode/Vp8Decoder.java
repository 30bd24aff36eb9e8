package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes a VP8 key frame (RFC 6386), the image of a lossy WebP, one row of macroblocks at a time. It leaves out the
 * loop filter, which smooths the edges between blocks: thumbnails do not show these edges, and prediction in a key
 * frame does not depend on the filter.
 */
final class Vp8Decoder {

    private static final int MACROBLOCK = 16;
    private static final int CHROMA_BLOCK = 8;
    private static final int SUBBLOCK = 4;
    private static final int COEFFICIENTS = 16;
    private static final int LUMA_BLOCKS = 16;
    private static final int BLOCKS = 24;
    /** The number of neighboring blocks on one side of a macroblock: 4 of luma, 2 of each chroma component, and Y2. */
    private static final int PLACES = 9;

    private static final int Y2_PLACE = 8;

    private final Vp8Header header;
    private final Vp8Modes modes;
    private final Vp8Tokens tokens;
    private final int macroblocksWide;
    private final Vp8Strip[] strips;
    /** Whether the neighboring blocks above have coefficients; {@link #left}, those to the left. */
    private final boolean[] above;

    private final boolean[] left = new boolean[PLACES];
    private final int[] coefficients = new int[BLOCKS * COEFFICIENTS];
    private final int[] y2 = new int[COEFFICIENTS];
    private int nextRow;

    Vp8Decoder(ByteCursor in) throws IOException {
        this.header = new Vp8Header(in);
        this.macroblocksWide = (header.grid().width() + MACROBLOCK - 1) / MACROBLOCK;
        this.modes = new Vp8Modes(header.modes(), macroblocksWide);
        this.tokens = new Vp8Tokens(header.tokenProbabilities());
        this.above = new boolean[PLACES * macroblocksWide];
        this.strips = new Vp8Strip[] {
            new Vp8Strip(MACROBLOCK, macroblocksWide),
            new Vp8Strip(CHROMA_BLOCK, macroblocksWide),
            new Vp8Strip(CHROMA_BLOCK, macroblocksWide)
        };
    }

    ThumbnailGrid grid() {
        return header.grid();
    }

    /**
     * Decodes the next row of macroblocks.
     *
     * @return the samples of luma and of both chroma components, valid until the next call
     */
    Vp8Strip[] nextRow() throws IOException {
        if (nextRow > 0) {
            Arrays.stream(strips).forEach(Vp8Strip::endRow);
        }
        modes.beginRow();
        Arrays.fill(left, false);
        for (int x = 0; x < macroblocksWide; x++) {
            decodeMacroblock(x, nextRow);
        }
        nextRow++;
        return strips;
    }

    private void decodeMacroblock(int x, int y) throws IOException {
        Vp8Quantizer quantizer = header.readQuantizer();
        boolean hasCoefficients = header.readHasCoefficients();
        modes.read(x);
        Arrays.fill(coefficients, 0);
        if (hasCoefficients) {
            readCoefficients(header.tokens(y), quantizer, PLACES * x);
        } else {
            int places = modes.hasSubblocks() ? Y2_PLACE : PLACES;
            Arrays.fill(left, 0, places, false);
            Arrays.fill(above, PLACES * x, PLACES * x + places, false);
        }
        if (modes.hasSubblocks()) {
            reconstructSubblocks(x);
        } else {
            strips[0].predictor().predict(modes.luma(), strips[0].offset(MACROBLOCK * x, 0), MACROBLOCK, y > 0, x > 0);
            addResiduals(strips[0], MACROBLOCK * x, SUBBLOCK, 0);
        }
        for (int i = 1; i < strips.length; i++) {
            int at = strips[i].offset(CHROMA_BLOCK * x, 0);
            strips[i].predictor().predict(modes.chroma(), at, CHROMA_BLOCK, y > 0, x > 0);
            addResiduals(strips[i], CHROMA_BLOCK * x, 2, LUMA_BLOCKS + SUBBLOCK * (i - 1));
        }
    }

    /**
     * The macroblock to the right is not decoded yet. So in the last column, all subblocks take the samples above and
     * to their right from the row of macroblocks above.
     */
    private void reconstructSubblocks(int macroblockX) {
        Vp8Strip luma = strips[0];
        for (int i = 0; i < LUMA_BLOCKS; i++) {
            int x = MACROBLOCK * macroblockX + SUBBLOCK * (i % SUBBLOCK);
            int y = SUBBLOCK * (i / SUBBLOCK);
            boolean isLastColumn = i % SUBBLOCK == SUBBLOCK - 1;
            int aboveRight = luma.offset(x + SUBBLOCK, isLastColumn ? -1 : y - 1);
            luma.predictor().predictSubblock(modes.subblock(i), luma.offset(x, y), aboveRight);
            addResidual(luma, luma.offset(x, y), i);
        }
    }

    private void addResiduals(Vp8Strip strip, int left, int blocksPerRow, int firstBlock) {
        for (int i = 0; i < blocksPerRow * blocksPerRow; i++) {
            int x = left + SUBBLOCK * (i % blocksPerRow);
            addResidual(strip, strip.offset(x, SUBBLOCK * (i / blocksPerRow)), firstBlock + i);
        }
    }

    private void addResidual(Vp8Strip strip, int at, int block) {
        int offset = block * COEFFICIENTS;
        for (int i = offset; i < offset + COEFFICIENTS; i++) {
            if (coefficients[i] != 0) {
                Vp8Transform.addInverseCosine(coefficients, offset, strip.samples(), at, strip.stride());
                return;
            }
        }
    }

    private void readCoefficients(Vp8BoolDecoder in, Vp8Quantizer quantizer, int place) throws IOException {
        int lumaKind = Vp8Tokens.LUMA;
        if (!modes.hasSubblocks()) {
            lumaKind = Vp8Tokens.LUMA_WITHOUT_DC;
            Arrays.fill(y2, 0);
            int context = context(place + Y2_PLACE, Y2_PLACE);
            boolean hasY2 = tokens.read(in, Vp8Tokens.Y2, context, quantizer.y2(), y2, 0);
            above[place + Y2_PLACE] = hasY2;
            left[Y2_PLACE] = hasY2;
        }
        readBlocks(in, lumaKind, quantizer.y(), place, 0, SUBBLOCK, 0);
        readBlocks(in, Vp8Tokens.CHROMA, quantizer.uv(), place, 4, 2, LUMA_BLOCKS);
        readBlocks(in, Vp8Tokens.CHROMA, quantizer.uv(), place, 6, 2, LUMA_BLOCKS + SUBBLOCK);
        if (!modes.hasSubblocks()) {
            Vp8Transform.inverseWalshHadamard(y2, coefficients);
        }
    }

    private void readBlocks(
            Vp8BoolDecoder in, int kind, int[] steps, int place, int firstPlace, int blocksPerRow, int firstBlock)
            throws IOException {
        for (int i = 0; i < blocksPerRow * blocksPerRow; i++) {
            int leftPlace = firstPlace + i / blocksPerRow;
            int abovePlace = place + firstPlace + i % blocksPerRow;
            int offset = (firstBlock + i) * COEFFICIENTS;
            boolean hasCoefficients =
                    tokens.read(in, kind, context(abovePlace, leftPlace), steps, coefficients, offset);
            above[abovePlace] = hasCoefficients;
            left[leftPlace] = hasCoefficients;
        }
    }

    private int context(int abovePlace, int leftPlace) {
        return (above[abovePlace] ? 1 : 0) + (left[leftPlace] ? 1 : 0);
    }
}
