package dev.darkroom.image.decode;

import java.io.IOException;

/** The bits of a lossless WebP (RFC 9649, section 3.1): the least significant bit of a byte comes first. */
final class Vp8lBits implements BitSource {

    /** In bytes. The buffer holds fewer, so the decoder has consumed some of them. */
    private static final int MAX_PADDING = 9;

    private final byte[] bytes;
    private final int end;
    private int at;
    private long buffer;
    private int count;
    private int padding;

    Vp8lBits(ByteCursor in) {
        this.bytes = in.bytes();
        this.at = in.position();
        this.end = in.end();
    }

    @Override
    public int peek(int bits) throws IOException {
        if (count < bits) {
            fill();
        }
        return (int) buffer & (1 << bits) - 1;
    }

    @Override
    public void skip(int bits) {
        buffer >>>= bits;
        count -= bits;
    }

    /** @param bits at most 24 */
    int read(int bits) throws IOException {
        int value = peek(bits);
        skip(bits);
        return value;
    }

    boolean readFlag() throws IOException {
        return read(1) == 1;
    }

    /** @throws IOException if more bits have been read than there are */
    void checkEnd() throws IOException {
        if (count < Byte.SIZE * padding) {
            throw new IOException("it has too little image data");
        }
    }

    private void fill() throws IOException {
        while (count <= Long.SIZE - Byte.SIZE) {
            if (at == end && ++padding > MAX_PADDING) {
                throw new IOException("it has too little image data");
            }
            buffer |= (at < end ? bytes[at++] & 0xFFL : 0) << count;
            count += Byte.SIZE;
        }
    }
}
