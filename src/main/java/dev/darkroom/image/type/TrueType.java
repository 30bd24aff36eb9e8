package dev.darkroom.image.type;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A TrueType font file. Reads what drawing needs: the glyph of a character, its advance width, and the offset of its
 * outline. Java's own reader needs a native library, and the libraries that do not need it use parts of AWT that a
 * native image lacks.
 */
final class TrueType {

    /** The glyph for characters that the font lacks. */
    static final int MISSING = 0;

    private static final int WINDOWS = 3;
    private static final int UNICODE_BMP = 1;
    private static final int FORMAT_4 = 4;

    private final ByteBuffer file;
    private final Map<String, Integer> tables = new HashMap<>();
    private final int cmap;
    private final int metricsCount;
    private final boolean hasLongOffsets;

    TrueType(byte[] file) {
        this.file = ByteBuffer.wrap(file).asReadOnlyBuffer();
        int count = uint16(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            tables.put(new String(file, entry, 4, StandardCharsets.US_ASCII), int32(entry + 8));
        }
        this.cmap = cmap();
        this.metricsCount = uint16(table("hhea") + 34);
        this.hasLongOffsets = int16(table("head") + 50) != 0;
    }

    /** The number of font units per em. */
    int unitsPerEm() {
        return uint16(table("head") + 18);
    }

    /** The glyph of a character, or {@link #MISSING}. */
    int glyph(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return MISSING;
        }
        int segments = uint16(cmap + 6) / 2;
        int ends = cmap + 14;
        int segment = 0;
        while (segment < segments && uint16(ends + 2 * segment) < codePoint) {
            segment++;
        }
        int starts = ends + 2 * segments + 2;
        int start = segment < segments ? uint16(starts + 2 * segment) : Integer.MAX_VALUE;
        if (codePoint < start) {
            return MISSING;
        }
        int deltas = starts + 2 * segments;
        int delta = uint16(deltas + 2 * segment);
        int rangeAt = deltas + 2 * segments + 2 * segment;
        int range = uint16(rangeAt);
        if (range == 0) {
            return codePoint + delta & 0xFFFF;
        }
        int glyph = uint16(rangeAt + range + 2 * (codePoint - start));
        return glyph == MISSING ? MISSING : glyph + delta & 0xFFFF;
    }

    /** The advance width, in font units. */
    int width(int glyph) {
        return uint16(table("hmtx") + 4 * Math.min(glyph, metricsCount - 1));
    }

    /** The offset of a glyph's outline in the file; -1 for a glyph without an outline, such as the space. */
    int outline(int glyph) {
        int from = outlineOffset(glyph);
        return from == outlineOffset(glyph + 1) ? -1 : table("glyf") + from;
    }

    int uint16(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    int int16(int at) {
        return file.getShort(at);
    }

    int uint8(int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    int int8(int at) {
        return file.get(at);
    }

    private int outlineOffset(int glyph) {
        return hasLongOffsets ? int32(table("loca") + 4 * glyph) : 2 * uint16(table("loca") + 2 * glyph);
    }

    private int cmap() {
        int cmap = table("cmap");
        int count = uint16(cmap + 2);
        for (int i = 0; i < count; i++) {
            int entry = cmap + 4 + 8 * i;
            int subtable = cmap + int32(entry + 4);
            if (uint16(entry) == WINDOWS && uint16(entry + 2) == UNICODE_BMP && uint16(subtable) == FORMAT_4) {
                return subtable;
            }
        }
        throw new IllegalArgumentException(
                "the font lacks a cmap subtable of format 4 for the Basic Multilingual Plane");
    }

    private int table(String name) {
        Integer at = tables.get(name);
        if (at == null) {
            throw new IllegalArgumentException("the font lacks the table " + name);
        }
        return at;
    }

    private int int32(int at) {
        return file.getInt(at);
    }
}
