package dev.darkroom.image.type;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A TrueType font file, as far as drawing needs it: which glyph a character has, how wide it is, and where in the file
 * its outline is. Java's own reader needs a native library, and the libraries that do without it lean on parts of AWT
 * that a native image does not have.
 */
final class TrueType {

    /** The glyph that stands for characters which the font lacks. */
    static final int MISSING = 0;

    private static final int WINDOWS = 3;
    private static final int UNICODE_BMP = 1;
    private static final int SEGMENTS = 4;

    private final ByteBuffer file;
    private final Map<String, Integer> tables = new HashMap<>();
    private final int characters;
    private final int widths;
    private final boolean longOffsets;

    TrueType(byte[] file) {
        this.file = ByteBuffer.wrap(file).asReadOnlyBuffer();
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            tables.put(new String(file, entry, 4, StandardCharsets.US_ASCII), int32(entry + 8));
        }
        this.characters = characters();
        this.widths = unsigned(table("hhea") + 34);
        this.longOffsets = signed(table("head") + 50) != 0;
    }

    /** How many units the height of the type has. */
    int unitsPerEm() {
        return unsigned(table("head") + 18);
    }

    /** The glyph of a character, or {@link #MISSING}. */
    int glyph(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return MISSING;
        }
        int segments = unsigned(characters + 6) / 2;
        int ends = characters + 14;
        int segment = 0;
        while (segment < segments && unsigned(ends + 2 * segment) < codePoint) {
            segment++;
        }
        int starts = ends + 2 * segments + 2;
        int start = segment < segments ? unsigned(starts + 2 * segment) : Integer.MAX_VALUE;
        if (codePoint < start) {
            return MISSING;
        }
        int deltas = starts + 2 * segments;
        int delta = unsigned(deltas + 2 * segment);
        int rangeAt = deltas + 2 * segments + 2 * segment;
        int range = unsigned(rangeAt);
        if (range == 0) {
            return codePoint + delta & 0xFFFF;
        }
        int glyph = unsigned(rangeAt + range + 2 * (codePoint - start));
        return glyph == MISSING ? MISSING : glyph + delta & 0xFFFF;
    }

    /** How far the next glyph is, in units. */
    int width(int glyph) {
        return unsigned(table("hmtx") + 4 * Math.min(glyph, widths - 1));
    }

    /** Where its outline begins, or -1 when it has none, like a space. */
    int outline(int glyph) {
        int from = outlineOffset(glyph);
        return from == outlineOffset(glyph + 1) ? -1 : table("glyf") + from;
    }

    int unsigned(int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    int signed(int at) {
        return file.getShort(at);
    }

    int unsignedByte(int at) {
        return Byte.toUnsignedInt(file.get(at));
    }

    int signedByte(int at) {
        return file.get(at);
    }

    private int outlineOffset(int glyph) {
        return longOffsets ? int32(table("loca") + 4 * glyph) : 2 * unsigned(table("loca") + 2 * glyph);
    }

    private int characters() {
        int cmap = table("cmap");
        int count = unsigned(cmap + 2);
        for (int i = 0; i < count; i++) {
            int entry = cmap + 4 + 8 * i;
            int subtable = cmap + int32(entry + 4);
            if (unsigned(entry) == WINDOWS && unsigned(entry + 2) == UNICODE_BMP && unsigned(subtable) == SEGMENTS) {
                return subtable;
            }
        }
        throw new IllegalArgumentException("a font without a table of Unicode's first 65,536 characters");
    }

    private int table(String name) {
        Integer at = tables.get(name);
        if (at == null) {
            throw new IllegalArgumentException("a font without a table " + name);
        }
        return at;
    }

    private int int32(int at) {
        return file.getInt(at);
    }
}
