package dev.darkroom.access.redaction;

import java.util.Optional;

/** Decides in one pass, without allocating memory, that a text has no secret. Most texts have none. */
final class Screening {

    private final KeyPattern keys;
    private final Optional<OwnKey> own;
    private final boolean isOwnAlwaysPossible;

    Screening(KeyPattern keys, Optional<OwnKey> own) {
        this.keys = keys;
        this.own = own;
        this.isOwnAlwaysPossible = own.filter(OwnKey::hasShortEscapes).isPresent();
    }

    /** False if the text may have a secret, or a spelling of one. */
    boolean isClean(CharSequence text) {
        if (isOwnAlwaysPossible) {
            return false;
        }
        char first = own.isPresent() ? own.get().value().charAt(0) : 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean isSuspicious =
                    switch (c) {
                        case 0 -> true;
                        case '%' -> isDigit(text, i + 1, '7');
                        case '\\' -> isAsciiEscape(text, i + 1);
                        case '&' -> KeyPattern.begins(text, i + 1, "#") || KeyPattern.begins(text, i + 1, "amp;");
                        case ':' -> isUrlWithUser(text, i + 1);
                        default -> keys.canBeginWith(c) && isAfterBoundary(text, i) && keys.hasPrefixAt(text, i);
                    };
            if (isSuspicious || c == first && KeyPattern.begins(text, i, own.get().value())) {
                return false;
            }
        }
        return true;
    }

    /** A letter or a digit may be the end of an escape, such as {@code \n}, {@code %C3} or {@code \u00e9}. */
    private static boolean isAfterBoundary(CharSequence text, int at) {
        return at == 0
                || !KeyPattern.isWordCharacter(text.charAt(at - 1))
                || at >= 2 && text.charAt(at - 2) == '\\'
                || at >= 3 && text.charAt(at - 3) == '%'
                || at >= 6 && text.charAt(at - 6) == '\\';
    }

    /** Whether an escape may stand for an ASCII character. */
    private static boolean isAsciiEscape(CharSequence text, int at) {
        return KeyPattern.begins(text, at, "u00");
    }

    private static boolean isDigit(CharSequence text, int at, char max) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= max;
    }

    /** Whether two slashes follow, and what follows them is shortened or has an {@code @} before the next slash. */
    private static boolean isUrlWithUser(CharSequence text, int at) {
        int i = at;
        int slashes = 0;
        while (slashes < 2 && i < text.length() && (text.charAt(i) == '/' || text.charAt(i) == '\\')) {
            slashes += text.charAt(i++) == '/' ? 1 : 0;
        }
        if (slashes < 2) {
            return false;
        }
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '.' && KeyPattern.begins(text, i, "...") || c == DecodedText.ELLIPSIS || c == '\u00e2') {
                return true;
            }
            if (c <= ' ' || c == '/' || c == '"' || c == '<' || c == '>') {
                return false;
            }
        }
        return false;
    }
}
