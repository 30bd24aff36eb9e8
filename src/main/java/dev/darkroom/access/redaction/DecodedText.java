package dev.darkroom.access.redaction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;

/**
 * A text after a number of layers of escapes have been decoded. It knows which part of the original text each
 * character stands for.
 */
final class DecodedText implements CharSequence {

    /** The character of a mask, and its bytes in UTF-8. */
    static final char ELLIPSIS = '…';

    private static final String ELLIPSIS_BYTES = new String("…".getBytes(UTF_8), ISO_8859_1);

    /** The length of the longest escape that the end of a text can cut. */
    private static final int MAX_ESCAPE_LENGTH = 12;

    private final char[] characters;
    private final int[] starts;
    private final byte[] percentLayers;
    private final int length;

    /**
     * @param starts where the part of each character begins in the original text, and where the last part ends
     * @param percentLayers how often the part of each character is percent-encoded
     */
    DecodedText(char[] characters, int[] starts, byte[] percentLayers, int length) {
        this.characters = characters;
        this.starts = starts;
        this.percentLayers = percentLayers;
        this.length = length;
    }

    /** @param text a text, or bytes of UTF-8, each as one character; the bytes of an ellipsis become one character */
    static DecodedText of(String text) {
        char[] characters = new char[text.length()];
        int[] starts = new int[text.length() + 1];
        int length = 0;
        for (int i = 0; i < text.length(); length++) {
            boolean isEllipsis = text.startsWith(ELLIPSIS_BYTES, i);
            characters[length] = isEllipsis ? ELLIPSIS : text.charAt(i);
            starts[length] = i;
            i += isEllipsis ? ELLIPSIS_BYTES.length() : 1;
        }
        starts[length] = text.length();
        return new DecodedText(characters, starts, new byte[length], length);
    }

    /** The text with one more layer of these escapes decoded; null if there is none. */
    DecodedText decoded(Set<Escape> escapes) {
        return Decoder.decode(this, escapes);
    }

    /** Where the part of a character begins in the original text. For {@link #length}, its end. */
    int start(int index) {
        return starts[index];
    }

    /** Copies a part to the arrays of another text. */
    void copy(int from, int to, char[] toCharacters, int[] toStarts, byte[] toPercentLayers, int at) {
        System.arraycopy(characters, from, toCharacters, at, to - from);
        System.arraycopy(starts, from, toStarts, at, to - from);
        System.arraycopy(percentLayers, from, toPercentLayers, at, to - from);
    }

    int percentLayers(int index) {
        return percentLayers[index];
    }

    /** Whether one character of the original text stands for this character. */
    boolean isPlain(int index) {
        return starts[index + 1] - starts[index] == 1;
    }

    /** Whether the text ends here, or a cut escape at its end begins here. */
    boolean isCutAt(int index) {
        return index == length
                || length - index < MAX_ESCAPE_LENGTH
                        && (characters[index] == '\\' || characters[index] == '%' || characters[index] == '&');
    }

    String substring(int start, int end) {
        return new String(characters, start, end - start);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return characters[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return substring(start, end);
    }

    @Override
    public String toString() {
        return substring(0, length);
    }
}
