package dev.darkroom.image.decode;

import java.io.IOException;

/** The tables of a JPEG, which segments between the scans define or replace (ITU T.81, B.2.4). */
final class JpegTables {

    private static final int TABLES = 4;
    private static final int COEFFICIENTS = 64;
    private static final int MAX_LENGTH = 16;
    private static final int MAX_SYMBOLS = 256;

    private final int[][] quantizations = new int[TABLES][];
    private final PrefixDecoder[][] codes = new PrefixDecoder[2][TABLES];

    void readQuantizations(ByteCursor segment) throws IOException {
        while (segment.remaining() > 0) {
            int type = segment.int8();
            int[] table = new int[COEFFICIENTS];
            for (int i = 0; i < table.length; i++) {
                table[i] = type >> 4 == 0 ? segment.int8() : segment.int16();
            }
            quantizations[checkId(type & 0xF)] = table;
        }
    }

    void readCodes(ByteCursor segment) throws IOException {
        while (segment.remaining() > 0) {
            int type = segment.int8();
            int[] counts = new int[MAX_LENGTH + 1];
            int total = 0;
            for (int length = 1; length <= MAX_LENGTH; length++) {
                counts[length] = segment.int8();
                total += counts[length];
            }
            if (type >> 4 > 1 || total > MAX_SYMBOLS) {
                throw new IOException("one of its Huffman tables is invalid");
            }
            char[] symbols = new char[total];
            for (int i = 0; i < total; i++) {
                symbols[i] = (char) segment.int8();
            }
            codes[type >> 4][checkId(type & 0xF)] = PrefixDecoder.jpeg(counts, symbols);
        }
    }

    /** The quantization table in zigzag order. */
    int[] quantization(int id) throws IOException {
        return checkDefined(quantizations[checkId(id)]);
    }

    /** The code of the first coefficients. */
    PrefixDecoder dcCode(int id) throws IOException {
        return checkDefined(codes[0][checkId(id)]);
    }

    /** The code of all other coefficients. */
    PrefixDecoder acCode(int id) throws IOException {
        return checkDefined(codes[1][checkId(id)]);
    }

    private static int checkId(int id) throws IOException {
        if (id >= TABLES) {
            throw new IOException("it refers to a table that JPEG does not define");
        }
        return id;
    }

    private static <T> T checkDefined(T table) throws IOException {
        if (table == null) {
            throw new IOException("it lacks a table that it uses");
        }
        return table;
    }
}
