package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.Arrays;

/**
 * The header of a VP8 key frame (RFC 6386, sections 9 and 19.2), without the fields for the loop filter and for later
 * frames. It also opens the partitions of the frame.
 */
final class Vp8Header {

    private static final int START_CODE = 0x9D012A;
    private static final int MAX_SEGMENTS = 4;
    private static final int SEGMENT_PROBABILITIES = MAX_SEGMENTS - 1;
    private static final int CERTAIN = 255;
    private static final int ALWAYS = -1;
    private static final int QUANTIZER_DELTAS = 5;
    private static final int PARTITION_SIZE_BYTES = 3;

    private final ThumbnailGrid grid;
    private final Vp8BoolDecoder modes;
    private final Vp8BoolDecoder[] tokens;
    private final Vp8Quantizer[] quantizers = new Vp8Quantizer[MAX_SEGMENTS];
    private final byte[] tokenProbabilities = Vp8Tables.tokenProbabilities();
    private final int[] segmentIndices = new int[MAX_SEGMENTS];
    private final int[] segmentProbabilities = new int[SEGMENT_PROBABILITIES];
    private boolean hasSegmentMap;
    private boolean areIndicesAbsolute;

    /** The probability that a macroblock has coefficients, times 256. */
    private final int coefficientsProbability;

    Vp8Header(ByteCursor in) throws IOException {
        int tag = in.littleInt24();
        boolean isKeyFrame = (tag & 1) == 0;
        int firstPartitionBytes = tag >> 5;
        if (!isKeyFrame || (in.int8() << 16 | in.int16()) != START_CODE) {
            throw new IOException("it has no VP8 key frame");
        }
        int width = in.littleInt16() & 0x3FFF;
        this.grid = ThumbnailGrid.of(width, in.littleInt16() & 0x3FFF);
        this.modes = new Vp8BoolDecoder(in.take(firstPartitionBytes));
        // The color space has only one value. A frame without clamping has no samples that clamping would change.
        modes.read(2);
        readSegments();
        skipLoopFilter();
        this.tokens = partitions(in, 1 << modes.read(2));
        readQuantizers();
        modes.read(1);
        readTokenProbabilities();
        coefficientsProbability = modes.readFlag() ? modes.read(8) : ALWAYS;
    }

    ThumbnailGrid grid() {
        return grid;
    }

    /** The partition that has the modes of the macroblocks. */
    Vp8BoolDecoder modes() {
        return modes;
    }

    /** The partition that has the tokens of a row of macroblocks. */
    Vp8BoolDecoder tokens(int row) {
        return tokens[row % tokens.length];
    }

    /** The probabilities of tokens: by kind of block, band, context and node of the tree. */
    byte[] tokenProbabilities() {
        return tokenProbabilities;
    }

    /** Reads the segment of the next macroblock, and returns its quantizer. */
    Vp8Quantizer readQuantizer() throws IOException {
        if (!hasSegmentMap) {
            return quantizers[0];
        }
        return modes.readFlag(segmentProbabilities[0])
                ? quantizers[2 + modes.readBit(segmentProbabilities[2])]
                : quantizers[modes.readBit(segmentProbabilities[1])];
    }

    /** Reads whether the next macroblock has coefficients. */
    boolean readHasCoefficients() throws IOException {
        return coefficientsProbability == ALWAYS || !modes.readFlag(coefficientsProbability);
    }

    private void readSegments() throws IOException {
        if (!modes.readFlag()) {
            return;
        }
        hasSegmentMap = modes.readFlag();
        if (modes.readFlag()) {
            areIndicesAbsolute = modes.readFlag();
            for (int i = 0; i < MAX_SEGMENTS; i++) {
                segmentIndices[i] = modes.readOptional(7);
            }
            for (int i = 0; i < MAX_SEGMENTS; i++) {
                modes.readOptional(6);
            }
        }
        if (hasSegmentMap) {
            Arrays.fill(segmentProbabilities, CERTAIN);
            for (int i = 0; i < SEGMENT_PROBABILITIES; i++) {
                segmentProbabilities[i] = modes.readFlag() ? modes.read(8) : CERTAIN;
            }
        }
    }

    private void skipLoopFilter() throws IOException {
        modes.read(10);
        boolean hasDeltas = modes.readFlag();
        if (hasDeltas && modes.readFlag()) {
            for (int i = 0; i < 8; i++) {
                modes.readOptional(6);
            }
        }
    }

    private static Vp8BoolDecoder[] partitions(ByteCursor in, int count) throws IOException {
        ByteCursor sizes = in.take((long) PARTITION_SIZE_BYTES * (count - 1));
        Vp8BoolDecoder[] partitions = new Vp8BoolDecoder[count];
        for (int i = 0; i < count - 1; i++) {
            partitions[i] = new Vp8BoolDecoder(in.take(sizes.littleInt24()));
        }
        partitions[count - 1] = new Vp8BoolDecoder(in);
        return partitions;
    }

    private void readQuantizers() throws IOException {
        int index = modes.read(7);
        int[] deltas = new int[QUANTIZER_DELTAS];
        for (int i = 0; i < deltas.length; i++) {
            deltas[i] = modes.readOptional(4);
        }
        for (int i = 0; i < MAX_SEGMENTS; i++) {
            int segmentIndex = areIndicesAbsolute ? segmentIndices[i] : index + segmentIndices[i];
            quantizers[i] = Vp8Quantizer.of(Math.max(0, Math.min(127, segmentIndex)), deltas);
        }
    }

    private void readTokenProbabilities() throws IOException {
        for (int i = 0; i < Vp8Tables.ALL_TOKEN_PROBABILITIES; i++) {
            if (modes.readFlag(Vp8Tables.tokenUpdateProbability(i))) {
                tokenProbabilities[i] = (byte) modes.read(8);
            }
        }
    }
}
