package dev.darkroom.image.decode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the bytes of a file, or of a part of it, in order. Integers of 8 to 24 bits are unsigned, and the first byte is
 * the most significant one unless the name says otherwise. Reading past the end throws an IOException.
 */
final class ByteCursor {

    private final byte[] bytes;
    private final int end;
    private int at;

    ByteCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteCursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The whole file, in which {@link #position()} and {@link #end()} are indices. */
    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    int end() {
        return end;
    }

    int remaining() {
        return end - at;
    }

    /** Moves to an index of {@link #bytes()}, which must not be after the end. */
    void moveTo(int position) {
        at = position;
    }

    void skip(long count) throws IOException {
        require(count);
        at += (int) count;
    }

    /** Skips the next bytes, and returns a cursor that reads only these. */
    ByteCursor take(long length) throws IOException {
        require(length);
        at += (int) length;
        return new ByteCursor(bytes, at - (int) length, at);
    }

    int int8() throws IOException {
        require(1);
        return Byte.toUnsignedInt(bytes[at++]);
    }

    int int16() throws IOException {
        return int8() << 8 | int8();
    }

    int int32() throws IOException {
        return int16() << 16 | int16();
    }

    int littleInt16() throws IOException {
        return int8() | int8() << 8;
    }

    int littleInt24() throws IOException {
        return littleInt16() | int8() << 16;
    }

    int littleInt32() throws IOException {
        return littleInt16() | littleInt16() << 16;
    }

    /** Reads four characters, such as the type of a chunk. */
    String fourCharacters() throws IOException {
        skip(4);
        return new String(bytes, at - 4, 4, StandardCharsets.ISO_8859_1);
    }

    private void require(long count) throws IOException {
        if (count < 0 || count > end - at) {
            throw new IOException("it is truncated");
        }
    }
}
