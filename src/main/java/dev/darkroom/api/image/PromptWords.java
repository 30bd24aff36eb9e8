package dev.darkroom.api.image;

import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.field.AsciiCase;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a prompt, their ASCII in lower case, and the text between them. A word is a run of letters, digits and
 * underscores.
 * Triggers are not part of words, and neither are some scripts: in "16:9的照片" the only words are 16 and 9.
 */
final class PromptWords {

    /** Scripts in which a space does not always separate a number from the next word. */
    private static final Set<UnicodeScript> SEPARATING = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final String prompt;
    private final List<Word> words = new ArrayList<>();

    private record Word(String text, int start, int end) {}

    PromptWords(String promptWithTriggers) {
        prompt = PromptTriggers.strip(promptWithTriggers);
        int start = -1;
        for (int i = 0; i < prompt.length(); ) {
            int c = prompt.codePointAt(i);
            if (isInWord(c)) {
                start = start < 0 ? i : start;
            } else {
                addWord(start, i);
                start = -1;
            }
            i += Character.charCount(c);
        }
        addWord(start, prompt.length());
    }

    int count() {
        return words.size();
    }

    /** The word at this index, its ASCII in lower case; empty outside the prompt. */
    String word(int index) {
        return index < 0 || index >= words.size() ? "" : words.get(index).text();
    }

    /** The text between the word at this index and the next one; empty before the first word and after the last. */
    String gap(int index) {
        return index < 0 || index + 1 >= words.size()
                ? ""
                : prompt.substring(words.get(index).end(), words.get(index + 1).start());
    }

    private void addWord(int start, int end) {
        if (start >= 0) {
            words.add(new Word(AsciiCase.lower(prompt.substring(start, end)), start, end));
        }
    }

    private static boolean isInWord(int c) {
        if (c < 128) {
            return Character.isLetterOrDigit(c) || c == '_';
        }
        boolean isPart = Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
        return isPart && !SEPARATING.contains(UnicodeScript.of(c));
    }
}
