package dev.darkroom.access.redaction;

import java.util.Collection;
import java.util.List;

/** Recognizes what looks like a key of a vendor: a prefix and more characters, but not inside a word. */
final class KeyPattern {

    /** The length of the shortest {@link dev.darkroom.access.ApiKey#isSecret() secret}. */
    private static final int MIN_LENGTH = 10;

    /** How many characters a mask shows. */
    private static final int MAX_SHOWN = 5;

    private final String[] prefixes;
    private final int[] landmarks;
    private final boolean[] isFirst = new boolean[128];

    KeyPattern(Collection<String> prefixes) {
        this.prefixes = prefixes.toArray(String[]::new);
        this.landmarks = prefixes.stream().mapToInt(KeyPattern::landmark).toArray();
        prefixes.forEach(prefix -> isFirst[prefix.charAt(0)] = true);
    }

    static boolean isKeyCharacter(char c) {
        return isWordCharacter(c) || c == '-' || c == '_';
    }

    static boolean isWordCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Whether keys may contain the character, but not end with it. */
    private static boolean isInnerCharacter(char c) {
        return c == '.' || c == '~';
    }

    List<String> prefixes() {
        return List.of(prefixes);
    }

    /**
     * Where the landmark of a prefix or a key is, its rarest character, to look for first: the first one that is no
     * letter or digit, or else the first.
     */
    static int landmark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWordCharacter(text.charAt(i))) {
                return i;
            }
        }
        return 0;
    }

    /** Whether the landmark of a prefix stands here, with the rest of the prefix around it. */
    boolean isLandmark(CharSequence text, int at) {
        for (int i = 0; i < landmarks.length; i++) {
            int start = at - landmarks[i];
            if (start >= 0 && begins(text, start, prefixes[i]) && mayFollowBoundary(text, start)) {
                return true;
            }
        }
        return false;
    }

    /** A letter or a digit may be the end of an escape, such as {@code \n}, {@code %C3} or {@code \u00e9}. */
    private static boolean mayFollowBoundary(CharSequence text, int at) {
        return at == 0
                || !isWordCharacter(text.charAt(at - 1))
                || at >= 2 && text.charAt(at - 2) == '\\'
                || at >= 3 && text.charAt(at - 3) == '%'
                || at >= 6 && text.charAt(at - 6) == '\\';
    }

    void find(DecodedText text, Extent extent, Masks masks) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (isFirst(text.charAt(i)) && isAfterBoundary(text, i)) {
                int prefix = prefixLength(text, i);
                if (prefix > 0) {
                    int end = end(text, i + prefix);
                    if (end - i >= MIN_LENGTH || end - i > MAX_SHOWN && isCut(text, end, extent)) {
                        masks.shorten(text.start(i), text.start(end), text.substring(i, end));
                    }
                    i = end - 1;
                }
            }
        }
    }

    /** A letter may be the end of an escape that is not decoded, such as {@code \n}. */
    private static boolean isAfterBoundary(DecodedText text, int at) {
        return at == 0 || !isWordCharacter(text.charAt(at - 1)) || at > 1 && text.charAt(at - 2) == '\\';
    }

    private boolean isFirst(char c) {
        return c < 128 && isFirst[c];
    }

    private static int end(DecodedText text, int start) {
        int end = start;
        while (end < text.length()
                && (isKeyCharacter(text.charAt(end))
                        || isInnerCharacter(text.charAt(end))
                                && end + 1 < text.length()
                                && isKeyCharacter(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    /** Whether the rest of the key may be missing. */
    private static boolean isCut(DecodedText text, int end, Extent extent) {
        return end < text.length() && text.charAt(end) == DecodedText.ELLIPSIS
                || extent == Extent.BEGINNING && text.isCutAt(end);
    }

    /** The length of the prefix that begins at {@code start}; 0 if none does. */
    private int prefixLength(CharSequence text, int start) {
        for (String prefix : prefixes) {
            if (begins(text, start, prefix)) {
                return prefix.length();
            }
        }
        return 0;
    }

    /** Whether {@code part} stands at {@code start}. */
    static boolean begins(CharSequence text, int start, String part) {
        if (start + part.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (text.charAt(start + i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
