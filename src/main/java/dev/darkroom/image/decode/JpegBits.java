package dev.darkroom.image.decode;

import java.io.IOException;

/**
 * The bits of entropy-coded segments of a JPEG (ITU T.81, F.2.2.5): the most significant bit of a byte comes first. If
 * a zero byte follows 0xFF, it is skipped; any other byte after 0xFF belongs to a marker, which ends the segment.
 */
final class JpegBits implements BitSource {

    /** In bytes. The buffer holds fewer, so the decoder has consumed some of them. */
    private static final int MAX_PADDING = 9;

    private final ByteCursor in;
    private final byte[] bytes;
    private int at;
    private long buffer;
    private int count;
    private int padding;

    /** @param in positioned at the start of the segment */
    JpegBits(ByteCursor in) {
        this.in = in;
        this.bytes = in.bytes();
        this.at = in.position();
    }

    @Override
    public int peek(int bits) throws IOException {
        if (count < bits) {
            fill();
        }
        return (int) (buffer >>> count - bits) & (1 << bits) - 1;
    }

    @Override
    public void skip(int bits) {
        count -= bits;
    }

    /** @param bits at most 16 */
    int read(int bits) throws IOException {
        int value = peek(bits);
        count -= bits;
        return value;
    }

    /**
     * Reads a signed value (ITU T.81, F.2.2.1, EXTEND).
     *
     * @param bits the number of bits, at most 16; the magnitude of the value is less than 2 to this power
     */
    int readSigned(int bits) throws IOException {
        if (bits == 0) {
            return 0;
        }
        int value = read(bits);
        return value < 1 << bits - 1 ? value - (1 << bits) + 1 : value;
    }

    /**
     * Moves the cursor past all bytes in the buffer. None of them belongs to a marker, so the next marker is still
     * ahead.
     */
    void finish() throws IOException {
        checkPadding();
        in.moveTo(at);
    }

    /** Continues after the restart marker that ends the segment. Ignores unread bytes before it. */
    void restart() throws IOException {
        checkPadding();
        count = 0;
        padding = 0;
        while (at + 1 < in.end()) {
            int marker = bytes[at + 1] & 0xFF;
            if (bytes[at++] != (byte) 0xFF || marker == 0 || marker == 0xFF) {
                continue;
            }
            if (marker < 0xD0 || marker > 0xD7) {
                break;
            }
            at++;
            return;
        }
        throw new IOException("it lacks a restart marker");
    }

    private void checkPadding() throws IOException {
        if (count < Byte.SIZE * padding) {
            throw new IOException("it has too little image data");
        }
    }

    private void fill() throws IOException {
        while (count <= Long.SIZE - Byte.SIZE) {
            buffer = buffer << Byte.SIZE | nextByte();
            count += Byte.SIZE;
        }
    }

    private int nextByte() throws IOException {
        int end = in.end();
        if (at < end && bytes[at] != (byte) 0xFF) {
            return bytes[at++] & 0xFF;
        }
        while (at + 1 < end && bytes[at + 1] == (byte) 0xFF) {
            at++;
        }
        if (at + 1 < end && bytes[at + 1] == 0) {
            at += 2;
            return 0xFF;
        }
        if (++padding > MAX_PADDING) {
            throw new IOException("it has too little image data");
        }
        return 0;
    }
}
