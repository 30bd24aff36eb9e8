package dev.darkroom.image.format;

import java.util.Arrays;

/** Writes bits in the order of DEFLATE and WebP: each byte is filled from its least significant bit. */
final class BitWriter {

    private byte[] bytes = new byte[1 << 14];
    private int length;
    private long pending;
    private int count;

    /** @param size the number of bits, at most 32; the least significant bit goes first */
    void write(int value, int size) {
        pending |= (value & (1L << size) - 1) << count;
        count += size;
        while (count >= Byte.SIZE) {
            append((byte) pending);
            pending >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
    }

    /** Discards everything written. */
    void clear() {
        length = 0;
        pending = 0;
        count = 0;
    }

    /** Pads the last byte with zeros. */
    void pad() {
        write(0, -count & Byte.SIZE - 1);
    }

    /** The bytes written, with the last one padded. Only the first {@link #length()} are valid. */
    byte[] bytes() {
        pad();
        return bytes;
    }

    /** The number of whole bytes written. */
    int length() {
        return length;
    }

    private void append(byte value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = value;
    }
}
