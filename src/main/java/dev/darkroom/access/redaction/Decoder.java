package dev.darkroom.access.redaction;

import java.util.Set;

/**
 * Decodes one layer of escapes. It drops U+0000, so that text in UTF-16 can be read as if it were ASCII. It keeps
 * JSON's escapes of control characters, such as {@code \n}: no secret has these characters.
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

    private Decoder(DecodedText source, Set<Escape> escapes) {
        this.source = source;
        this.escapes = escapes;
        this.characters = new char[source.length()];
        this.starts = new int[source.length() + 1];
        this.percentLayers = new byte[source.length()];
    }

    /** The text with one layer of these escapes decoded; null if it has none. */
    static DecodedText decode(DecodedText source, Set<Escape> escapes) {
        for (int i = 0; i < source.length(); i++) {
            if (canBeginEscape(source.charAt(i), escapes)) {
                Decoder decoder = new Decoder(source, escapes);
                return decoder.run(i) ? decoder.result() : null;
            }
        }
        return null;
    }

    private static boolean canBeginEscape(char c, Set<Escape> escapes) {
        return switch (c) {
            case 0 -> true;
            case '\\' -> escapes.contains(Escape.JSON);
            case '%' -> escapes.contains(Escape.PERCENT);
            case '&' -> escapes.contains(Escape.XML);
            default -> false;
        };
    }

    /** Returns whether there was an escape at or after {@code start}. */
    private boolean run(int start) {
        boolean hasChanged = false;
        int copied = 0;
        for (int i = start; i < source.length(); ) {
            char c = source.charAt(i);
            if (canBeginEscape(c, escapes) && isEscape(c, i)) {
                hasChanged = true;
                copy(copied, i);
                if (c != 0) {
                    append(i, c == '%');
                }
                copied = end;
                i = end;
            } else {
                i++;
            }
        }
        copy(copied, source.length());
        starts[length] = source.start(source.length());
        return hasChanged;
    }

    private DecodedText result() {
        return new DecodedText(characters, starts, percentLayers, length);
    }

    private void copy(int from, int to) {
        source.copy(from, to, characters, starts, percentLayers, length);
        length += to - from;
    }

    private void append(int from, boolean isPercentEscape) {
        int layers = 0;
        for (int i = from; i < end; i++) {
            layers = Math.max(layers, source.percentLayers(i));
        }
        characters[length] = decoded;
        starts[length] = source.start(from);
        percentLayers[length] = (byte) (layers + (isPercentEscape ? 1 : 0));
        length++;
    }

    private boolean isEscape(char c, int at) {
        return switch (c) {
            case '\\' -> isJson(at + 1);
            case '%' -> isNumber(at + 1, 16, 2) && end == at + 3;
            case '&' -> isEntity(at + 1);
            default -> {
                end = at + 1;
                yield true;
            }
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
