package dev.darkroom.image.format;

import java.util.Arrays;
import java.util.zip.Adler32;

/** The zlib format (RFC 1950) around a DEFLATE stream. */
final class Zlib {

    /** DEFLATE, a window of 32 KB, compression level 0 (fastest). */
    private static final int HEADER = 0x0178;

    private Zlib() {}

    static void begin(BitWriter out) {
        out.write(HEADER, 16);
    }

    /** @param checksum of the uncompressed data */
    static void end(BitWriter out, Deflate deflate, Adler32 checksum) {
        deflate.finish();
        out.pad();
        out.write(Integer.reverseBytes((int) checksum.getValue()), Integer.SIZE);
    }

    /** @param bits an empty buffer, which is empty again afterwards */
    static byte[] compress(byte[] data, BitWriter bits, Deflate deflate) {
        Adler32 checksum = new Adler32();
        checksum.update(data);
        begin(bits);
        for (byte value : data) {
            deflate.addLiteral(value);
        }
        end(bits, deflate, checksum);
        byte[] compressed = Arrays.copyOf(bits.bytes(), bits.length());
        bits.clear();
        return compressed;
    }
}
