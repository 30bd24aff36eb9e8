package dev.darkroom.image.format;

import java.util.Arrays;

/** Bits in the order of deflate and of WebP: each byte is filled from its lowest bit. */
final class BitWriter {

    private byte[] bytes = new byte[1 << 14];
    private int length;
    private long pending;
    private int count;

    /** @param size how many bits, at most 32; the lowest goes first */
    void write(int value, int size) {
        pending |= (value & (1L << size) - 1) << count;
        count += size;
        while (count >= Byte.SIZE) {
            append((byte) pending);
            pending >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
    }

    /** Forgets all that was written. */
    void clear() {
        length = 0;
        pending = 0;
        count = 0;
    }

    /** Fills the last byte up with zeros. */
    void fill() {
        write(0, -count & Byte.SIZE - 1);
    }

    /** All that was written, in whole bytes; only the first {@link #length()} are any. */
    byte[] bytes() {
        fill();
        return bytes;
    }

    /** How many whole bytes were written. */
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
