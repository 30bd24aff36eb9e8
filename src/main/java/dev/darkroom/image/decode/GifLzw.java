package dev.darkroom.image.decode;

import java.io.IOException;

/**
 * Decodes the image data of a GIF (GIF89a, section 22 and appendix F): LZW with codes that grow from the code size plus
 * one to twelve bits, the least significant bit first, in sub-blocks of up to 255 bytes.
 */
final class GifLzw {

    private static final int MAX_BITS = 12;
    private static final int MAX_CODES = 1 << MAX_BITS;
    private static final int NONE = -1;

    private final ByteCursor in;
    private final int clear;
    private final char[] prefixes = new char[MAX_CODES];
    private final byte[] suffixes = new byte[MAX_CODES];

    /** The color indices of the last code that no row has yet, in reverse order. */
    private final byte[] pending = new byte[MAX_CODES + 1];

    private int pendingCount;
    private int next;
    private int bits;
    private int previous;
    private byte firstOfPrevious;
    private int blockRemaining;
    private int buffer;
    private int count;

    /** @param in positioned at the code size */
    GifLzw(ByteCursor in) throws IOException {
        this.in = in;
        int codeSize = in.int8();
        if (codeSize < 1 || codeSize > 8) {
            throw new IOException("its LZW code size is invalid");
        }
        this.clear = 1 << codeSize;
        for (int i = 0; i < clear; i++) {
            suffixes[i] = (byte) i;
        }
        reset();
    }

    /** Reads the color indices of the next row. */
    void readRow(byte[] row) throws IOException {
        for (int x = 0; x < row.length; x++) {
            while (pendingCount == 0) {
                expand(readCode());
            }
            row[x] = pending[--pendingCount];
        }
    }

    private void reset() {
        bits = Integer.numberOfTrailingZeros(clear) + 1;
        next = clear + 2;
        previous = NONE;
    }

    private void expand(int code) throws IOException {
        if (code == clear) {
            reset();
            return;
        }
        boolean isNext = code == next && previous != NONE;
        if (code == clear + 1 || code >= next && !isNext || previous == NONE && code > clear) {
            throw new IOException(code == clear + 1 ? "it has too little image data" : "its image data is corrupt");
        }
        if (isNext) {
            pending[pendingCount++] = firstOfPrevious;
        }
        int at = isNext ? previous : code;
        while (at > clear) {
            pending[pendingCount++] = suffixes[at];
            at = prefixes[at];
        }
        pending[pendingCount++] = suffixes[at];
        if (previous != NONE && next < MAX_CODES) {
            prefixes[next] = (char) previous;
            suffixes[next++] = suffixes[at];
            if (next == 1 << bits && bits < MAX_BITS) {
                bits++;
            }
        }
        firstOfPrevious = suffixes[at];
        previous = code;
    }

    private int readCode() throws IOException {
        while (count < bits) {
            while (blockRemaining == 0) {
                blockRemaining = in.int8();
                if (blockRemaining == 0) {
                    throw new IOException("it has too little image data");
                }
            }
            buffer |= in.int8() << count;
            blockRemaining--;
            count += Byte.SIZE;
        }
        int code = buffer & (1 << bits) - 1;
        buffer >>>= bits;
        count -= bits;
        return code;
    }
}
