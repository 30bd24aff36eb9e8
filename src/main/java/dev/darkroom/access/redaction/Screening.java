package dev.darkroom.access.redaction;

import java.util.Arrays;
import java.util.Optional;

/** Checks in one pass, without copying the text, whether it may contain a secret. Most texts contain none. */
final class Screening {

    /** Characters from here on are not ASCII. */
    private static final int CHARACTERS = 128;

    private static final boolean[] IS_SYNTAX = syntax(0, '%', '\\', '&', ':');

    private static final char FIRST_BYTE_OF_ELLIPSIS = 0xe2;

    private final KeyPattern keys;
    private final Optional<OwnKey> own;
    private final boolean isOwnAlwaysPossible;

    /** Whether {@code \/}, which JSON may have in place of a slash, may be a part of the key. */
    private final boolean isSlashPossible;

    private final boolean[] isLandmark;

    /** The characters that may stand before a landmark. */
    private final boolean[] isBeforeLandmark;

    private Screening(KeyPattern keys, Optional<OwnKey> own, boolean[] isLandmark, boolean[] isBeforeLandmark) {
        this.keys = keys;
        this.own = own;
        this.isOwnAlwaysPossible = own.isPresent() && own.get().hasShortEscapes();
        this.isSlashPossible = own.isPresent() && own.get().value().indexOf('/') >= 0;
        this.isLandmark = isLandmark;
        this.isBeforeLandmark = isBeforeLandmark;
    }

    static Screening of(KeyPattern keys) {
        Screening screening = new Screening(keys, Optional.empty(), new boolean[CHARACTERS], new boolean[CHARACTERS]);
        keys.prefixes().forEach(prefix -> screening.addLandmark(prefix, KeyPattern.landmark(prefix)));
        return screening;
    }

    /** Returns a screening that also looks for this key. */
    Screening with(OwnKey key) {
        Screening screening = new Screening(keys, Optional.of(key), isLandmark.clone(), isBeforeLandmark.clone());
        screening.addLandmark(key.value(), key.landmark());
        return screening;
    }

    private void addLandmark(String text, int landmark) {
        isLandmark[text.charAt(landmark)] = true;
        if (landmark == 0) {
            Arrays.fill(isBeforeLandmark, true);
        } else {
            isBeforeLandmark[text.charAt(landmark - 1)] = true;
        }
    }

    /** False if the text may have a secret, or a spelling of one. */
    boolean isClean(String text) {
        if (isOwnAlwaysPossible) {
            return false;
        }
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isConspicuous(c, previous) && isSuspicious(text, i)) {
                return false;
            }
            previous = c;
        }
        return true;
    }

    /** As {@link #isClean(String)}, for a text in UTF-8. */
    boolean isClean(byte[] text) {
        if (isOwnAlwaysPossible) {
            return false;
        }
        ByteText characters = new ByteText(text);
        char previous = 0;
        for (int i = 0; i < text.length; i++) {
            char c = characters.charAt(i);
            if (isConspicuous(c, previous) && isSuspicious(characters, i)) {
                return false;
            }
            previous = c;
        }
        return true;
    }

    /** Whether to look more closely at a character. */
    private boolean isConspicuous(char c, char previous) {
        return c < CHARACTERS
                && (IS_SYNTAX[c] || isLandmark[c] && (previous >= CHARACTERS || isBeforeLandmark[previous]));
    }

    private boolean isSuspicious(CharSequence text, int at) {
        boolean isEscape =
                switch (text.charAt(at)) {
                    case 0 -> true;
                    case '%' -> isAsciiDigit(text, at + 1);
                    case '\\' ->
                        KeyPattern.begins(text, at + 1, "u00")
                                || isSlashPossible && KeyPattern.begins(text, at + 1, "/");
                    case '&' -> KeyPattern.begins(text, at + 1, "#") || KeyPattern.begins(text, at + 1, "amp;");
                    case ':' -> isUrlWithUser(text, at + 1);
                    default -> false;
                };
        return isEscape
                || isLandmark[text.charAt(at)]
                        && (keys.isLandmark(text, at)
                                || own.isPresent() && own.get().isLandmark(text, at));
    }

    private static boolean[] syntax(int... characters) {
        boolean[] syntax = new boolean[CHARACTERS];
        for (int c : characters) {
            syntax[c] = true;
        }
        return syntax;
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
            if (c == '@'
                    || c == '.' && KeyPattern.begins(text, i, "...")
                    || c == DecodedText.ELLIPSIS
                    || c == FIRST_BYTE_OF_ELLIPSIS) {
                return true;
            }
            if (c <= ' ' || c == '/' || c == '"' || c == '<' || c == '>') {
                return false;
            }
        }
        return false;
    }
}
