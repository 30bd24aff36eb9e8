package dev.darkroom.http.coding;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The coding {@code deflate}, which is data in the zlib format. Some clients send the data without the header of zlib.
 */
final class Deflate {

    private static final int METHOD_MASK = 0x0f;
    private static final int METHOD = 8;
    private static final int CHECK = 31;

    private Deflate() {}

    static InputStream decode(InputStream encoded) throws IOException {
        PushbackInputStream input = new PushbackInputStream(encoded, 2);
        byte[] header = input.readNBytes(2);
        input.unread(header);
        return new InflaterInputStream(input, new Inflater(!isZlib(header)));
    }

    /** Whether data begins with the header of zlib (RFC 1950, section 2.2). */
    private static boolean isZlib(byte[] header) {
        if (header.length < 2) {
            return false;
        }
        int first = Byte.toUnsignedInt(header[0]);
        int second = Byte.toUnsignedInt(header[1]);
        return (first & METHOD_MASK) == METHOD && ((first << Byte.SIZE) + second) % CHECK == 0;
    }
}
