package dev.darkroom.image.decode;

import java.io.IOException;

/** The arithmetic decoder of VP8 (RFC 6386, section 7), which decodes bits of known probability. */
final class Vp8BoolDecoder {

    private static final int EVEN = 128;
    private static final int MAX_PADDING = 2;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int range = 255;

    /** The next bits of the data: {@link #count} + 8 of them. */
    private int value;

    private int count = -Byte.SIZE;
    private int padding;

    Vp8BoolDecoder(ByteCursor in) {
        this.bytes = in.bytes();
        this.at = in.position();
        this.end = in.end();
    }

    /**
     * @param probability that the bit is zero, times 256
     * @throws IOException if the decoder needs more than 2 bytes after the end of the data
     */
    boolean readFlag(int probability) throws IOException {
        if (count < 0) {
            append();
        }
        int split = 1 + ((range - 1) * probability >> Byte.SIZE);
        boolean flag = value >= split << count;
        if (flag) {
            value -= split << count;
            range -= split;
        } else {
            range = split;
        }
        int shift = Integer.numberOfLeadingZeros(range) - (Integer.SIZE - Byte.SIZE);
        range <<= shift;
        count -= shift;
        return flag;
    }

    boolean readFlag() throws IOException {
        return readFlag(EVEN);
    }

    int readBit(int probability) throws IOException {
        return readFlag(probability) ? 1 : 0;
    }

    /** @param size the number of bits; the most significant one comes first */
    int read(int size) throws IOException {
        int bits = 0;
        for (int i = 0; i < size; i++) {
            bits = bits << 1 | readBit(EVEN);
        }
        return bits;
    }

    int readSigned(int size) throws IOException {
        int magnitude = read(size);
        return readFlag() ? -magnitude : magnitude;
    }

    /** Reads a flag, and a signed value if the flag is set. Otherwise the value is 0. */
    int readOptional(int size) throws IOException {
        return readFlag() ? readSigned(size) : 0;
    }

    private void append() throws IOException {
        if (at == end && ++padding > MAX_PADDING) {
            throw new IOException("it has too little image data");
        }
        value = value << Byte.SIZE | (at < end ? Byte.toUnsignedInt(bytes[at++]) : 0);
        count += Byte.SIZE;
    }
}
