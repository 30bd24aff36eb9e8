package dev.darkroom.access.redaction;

import java.util.Optional;

/** Decides in one pass, without copying the text, that it has no secret. Most texts have none. */
final class Screening {

    private static final char[] SYNTAX = {0, '%', '\\', '&', ':'};

    private final KeyPattern keys;
    private final Optional<OwnKey> own;
    private final boolean isOwnAlwaysPossible;

    /** The characters at which to look more closely. */
    private final boolean[] isConspicuous;

    private Screening(KeyPattern keys, Optional<OwnKey> own, boolean[] isConspicuous) {
        this.keys = keys;
        this.own = own;
        this.isOwnAlwaysPossible = own.isPresent() && own.get().hasShortEscapes();
        this.isConspicuous = isConspicuous;
    }

    static Screening of(KeyPattern keys) {
        boolean[] isConspicuous = new boolean[128];
        for (char c : SYNTAX) {
            isConspicuous[c] = true;
        }
        keys.landmarks().forEach(c -> isConspicuous[c] = true);
        return new Screening(keys, Optional.empty(), isConspicuous);
    }

    /** Returns a screening that also looks for this key. */
    Screening with(OwnKey key) {
        boolean[] extended = isConspicuous.clone();
        extended[key.value().charAt(key.landmark())] = true;
        return new Screening(keys, Optional.of(key), extended);
    }

    /** False if the text may have a secret, or a spelling of one. */
    boolean isClean(String text) {
        if (isOwnAlwaysPossible) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && isConspicuous[c] && isSuspicious(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #isClean(String)}, for a text in UTF-8. */
    boolean isClean(byte[] text) {
        if (isOwnAlwaysPossible) {
            return false;
        }
        ByteText characters = new ByteText(text);
        for (int i = 0; i < text.length; i++) {
            byte c = text[i];
            if (c >= 0 && isConspicuous[c] && isSuspicious(characters, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSuspicious(CharSequence text, int at) {
        boolean isEscape =
                switch (text.charAt(at)) {
                    case 0 -> true;
                    case '%' -> isAsciiDigit(text, at + 1);
                    case '\\' -> KeyPattern.begins(text, at + 1, "u00");
                    case '&' -> KeyPattern.begins(text, at + 1, "#") || KeyPattern.begins(text, at + 1, "amp;");
                    case ':' -> isUrlWithUser(text, at + 1);
                    default -> false;
                };
        return isEscape
                || keys.isLandmark(text, at)
                || own.isPresent() && own.get().isLandmark(text, at);
    }

    /** Whether the first digit of a percent-escape may belong to an ASCII character. */
    private static boolean isAsciiDigit(CharSequence text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7';
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
            if (c == '@' || c == '.' && KeyPattern.begins(text, i, "...") || c == DecodedText.ELLIPSIS || c == 0xe2) {
                return true;
            }
            if (c <= ' ' || c == '/' || c == '"' || c == '<' || c == '>') {
                return false;
            }
        }
        return false;
    }
}
