package dev.darkroom.access.redaction;

import java.util.Set;

/**
 * Decodes one layer of escapes. It drops U+0000, so that text in UTF-16 can be read as if it were ASCII. It keeps JSON's
 * escapes of control characters, such as {@code \n}: no secret has these characters.
 */
final class Decoder {

    private static final String JSON_CHARACTERS = "\"\\/";
    private static final int MAX_DIGITS = 8;

    private final DecodedText source;
    private final Set<Escape> escapes;
    private final char[] characters;
    private final int[] starts;
    private final byte[] percentLayers;
    private int length;

    /** The character that the last escape stands for, and where the escape ends. */
    private char decoded;

    private int end;

    Decoder(DecodedText source, Set<Escape> escapes) {
        this.source = source;
        this.escapes = escapes;
        this.characters = new char[source.length()];
        this.starts = new int[source.length() + 1];
        this.percentLayers = new byte[source.length()];
    }

    /** Returns whether there was an escape. */
    boolean run() {
        boolean hasChanged = false;
        for (int i = 0; i < source.length(); ) {
            char c = source.charAt(i);
            if (c == 0) {
                hasChanged = true;
                i++;
            } else if (isEscape(c, i)) {
                hasChanged = true;
                append(decoded, i, c == '%');
                i = end;
            } else {
                end = i + 1;
                append(c, i, false);
                i++;
            }
        }
        starts[length] = source.start(source.length());
        return hasChanged;
    }

    DecodedText result() {
        return new DecodedText(characters, starts, percentLayers, length);
    }

    private void append(char c, int from, boolean isPercentEscape) {
        int layers = 0;
        for (int i = from; i < end; i++) {
            layers = Math.max(layers, source.percentLayers(i));
        }
        characters[length] = c;
        starts[length] = source.start(from);
        percentLayers[length] = (byte) (layers + (isPercentEscape ? 1 : 0));
        length++;
    }

    private boolean isEscape(char c, int at) {
        return switch (c) {
            case '\\' -> escapes.contains(Escape.JSON) && isJson(at + 1);
            case '%' -> escapes.contains(Escape.PERCENT) && isNumber(at + 1, 16, 2) && end == at + 3;
            case '&' -> escapes.contains(Escape.XML) && isEntity(at + 1);
            default -> false;
        };
    }

    private boolean isJson(int at) {
        if (at == source.length()) {
            return false;
        }
        if (JSON_CHARACTERS.indexOf(source.charAt(at)) >= 0) {
            decoded = source.charAt(at);
            end = at + 1;
            return true;
        }
        return source.charAt(at) == 'u' && isNumber(at + 1, 16, 4) && end == at + 5;
    }

    private boolean isEntity(int at) {
        if (at + 1 < source.length() && source.charAt(at) == '#') {
            boolean isHex = source.charAt(at + 1) == 'x' || source.charAt(at + 1) == 'X';
            return (isHex ? isNumber(at + 2, 16, MAX_DIGITS) : isNumber(at + 1, 10, MAX_DIGITS)) && isClosed();
        }
        return isName(at, "amp;", '&')
                || isName(at, "lt;", '<')
                || isName(at, "gt;", '>')
                || isName(at, "quot;", '"')
                || isName(at, "apos;", '\'');
    }

    private boolean isClosed() {
        return end < source.length() && source.charAt(end++) == ';';
    }

    private boolean isName(int at, String name, char character) {
        if (!KeyPattern.begins(source, at, name)) {
            return false;
        }
        decoded = character;
        end = at + name.length();
        return true;
    }

    /** Reads up to {@code maxDigits} digits, and at least one. */
    private boolean isNumber(int at, int radix, int maxDigits) {
        int number = 0;
        end = at;
        while (end < source.length() && end < at + maxDigits && digit(source.charAt(end), radix) >= 0) {
            number = number * radix + digit(source.charAt(end), radix);
            end++;
        }
        decoded = number >= 0 && number <= Character.MAX_VALUE ? (char) number : '\uFFFD';
        return end > at;
    }

    /** Only ASCII's digits, as parsers do. */
    private static int digit(char c, int radix) {
        return c < 128 ? Character.digit(c, radix) : -1;
    }
}
