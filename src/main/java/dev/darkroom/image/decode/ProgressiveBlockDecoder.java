package dev.darkroom.image.decode;

import dev.darkroom.image.decode.JpegScanHeader.Part;
import java.io.IOException;
import java.util.Arrays;

/** Decodes what a scan of a progressive JPEG adds to blocks (ITU T.81, G.1.2). */
final class ProgressiveBlockDecoder implements JpegBlockDecoder {

    private static final int MAX_COMPONENTS = 4;
    /** The run of a symbol without a coefficient that stands for 16 zeros (ITU T.81, F.1.2.2.1). */
    private static final int SIXTEEN_ZEROS = 15;

    private final JpegScanHeader header;
    private final JpegBits bits;
    private final int[] previousDcs = new int[MAX_COMPONENTS];

    /** The number of blocks, from the current one on, to which the scan adds no new coefficients. */
    private int emptyBlocks;

    ProgressiveBlockDecoder(JpegScanHeader header, JpegBits bits) {
        this.header = header;
        this.bits = bits;
    }

    @Override
    public void restart() {
        Arrays.fill(previousDcs, 0);
        emptyBlocks = 0;
    }

    @Override
    public void decode(Part part, int index, int blockX, int blockY) throws IOException {
        short[] coefficients = part.component().coefficients();
        int offset = part.component().offset(blockX, blockY);
        if (header.first() == 0) {
            decodeDc(part, index, coefficients, offset);
        } else if (header.isRefinement()) {
            refineAc(part.acCode(), coefficients, offset);
        } else {
            decodeAc(part.acCode(), coefficients, offset);
        }
    }

    private void decodeDc(Part part, int index, short[] coefficients, int offset) throws IOException {
        if (header.isRefinement()) {
            coefficients[offset] |= (short) (bits.read(1) << header.lowBit());
            return;
        }
        previousDcs[index] += bits.readSigned(part.dcCode().decode(bits) & 0xF);
        coefficients[offset] = (short) (previousDcs[index] << header.lowBit());
    }

    private void decodeAc(PrefixDecoder code, short[] coefficients, int offset) throws IOException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        for (int i = header.first(); i <= header.last(); i++) {
            int symbol = code.decode(bits);
            int run = symbol >> 4;
            int size = symbol & 0xF;
            if (size > 0) {
                i = checkIndex(i + run);
                coefficients[offset + i] = (short) (bits.readSigned(size) << header.lowBit());
            } else if (run == SIXTEEN_ZEROS) {
                i += SIXTEEN_ZEROS;
            } else {
                emptyBlocks = readEmptyBlocks(run) - 1;
                return;
            }
        }
    }

    /** Adds a bit to each coefficient that is not zero. Runs count only coefficients that are still zero (G.1.2.3). */
    private void refineAc(PrefixDecoder code, short[] coefficients, int offset) throws IOException {
        int i = header.first();
        while (emptyBlocks == 0 && i <= header.last()) {
            int symbol = code.decode(bits);
            int run = symbol >> 4;
            int value = 0;
            if ((symbol & 0xF) > 0) {
                value = bits.read(1) == 1 ? 1 << header.lowBit() : -1 << header.lowBit();
            } else if (run < SIXTEEN_ZEROS) {
                emptyBlocks = readEmptyBlocks(run);
                break;
            }
            i = refineRun(coefficients, offset, i, run);
            if (value != 0) {
                coefficients[offset + checkIndex(i)] = (short) value;
            }
            i++;
        }
        if (emptyBlocks > 0) {
            refineRun(coefficients, offset, i, Integer.MAX_VALUE);
            emptyBlocks--;
        }
    }

    /**
     * Skips a number of zeros, and adds a bit to each coefficient between them. Returns the index of the next zero, or
     * the index after the last coefficient of the scan.
     */
    private int refineRun(short[] coefficients, int offset, int from, int zeros) throws IOException {
        int remaining = zeros;
        for (int i = from; i <= header.last(); i++) {
            int at = offset + i;
            if (coefficients[at] == 0) {
                if (remaining-- == 0) {
                    return i;
                }
            } else if (bits.read(1) == 1) {
                int bit = 1 << header.lowBit();
                coefficients[at] += (short) (coefficients[at] > 0 ? bit : -bit);
            }
        }
        return header.last() + 1;
    }

    private int readEmptyBlocks(int size) throws IOException {
        return (1 << size) + (size == 0 ? 0 : bits.read(size));
    }

    private int checkIndex(int index) throws IOException {
        if (index > header.last()) {
            throw new IOException("one of its blocks has too many coefficients");
        }
        return index;
    }
}
