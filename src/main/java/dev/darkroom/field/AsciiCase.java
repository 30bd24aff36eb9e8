package dev.darkroom.field;

/**
 * Lower case for names that consist of ASCII, in texts from clients. {@link String#toLowerCase} takes time that grows
 * with the square of the length for some other letters, such as the Greek capital sigma.
 */
public final class AsciiCase {

    private AsciiCase() {}

    /** The text with a to z in place of A to Z, and nothing else changed. Takes time in proportion to its length. */
    public static String lower(String text) {
        int start = 0;
        while (start < text.length() && !isUpper(text.charAt(start))) {
            start++;
        }
        if (start == text.length()) {
            return text;
        }
        char[] letters = text.toCharArray();
        for (int i = start; i < letters.length; i++) {
            if (isUpper(letters[i])) {
                letters[i] += 'a' - 'A';
            }
        }
        return new String(letters);
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }
}
