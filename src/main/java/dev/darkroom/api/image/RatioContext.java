package dev.darkroom.api.image;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Decides by the words near two numbers whether the numbers are an aspect ratio (inferred). 9:16 and 9:21 can be a time
 * ("at 9:16", "9:21 pm"). Small numbers can be a score or a scale ("won 2:1", "scale 1:2"). With an x, they can also be
 * a grid or a size in inches ("a 3x2 grid"), so they need a word such as "ratio" or "landscape" near them.
 *
 * @param first the index of the first word that belongs to the numbers
 * @param last the index of the last one
 */
record RatioContext(PromptWords words, int first, int last) {

    private static final Pattern CLAUSE_END = Pattern.compile("[,;!?()\\[\\]{}\\n]|\\.\\s");

    private static final Set<String> RATIO = setOf("ratio aspect ar format crop cropped frame canvas orientation");
    private static final Set<String> BEFORE_TIME = setOf("at by until till since before after around from");
    private static final Set<String> TIME = setOf("am pm m clock oclock time uhr hours");
    private static final Set<String> SCORE = setOf(
            "score scored won win wins beat beats lost loses tied ended victory defeat odds scale scaled verse psalm");

    boolean isRatio(AspectRatio ratio, boolean hasColon) {
        if (isPartOfNumber()) {
            return false;
        }
        String before = words.word(first - 1);
        boolean isNamedRatio = before.equals("in") || isNear(word -> RATIO.contains(word) || ShapeWords.has(word), 1);
        return isNamedRatio
                || switch (ratio) {
                    case R16_9, R21_9 -> true;
                    case R9_16, R9_21 -> !BEFORE_TIME.contains(before) && !isNear(TIME::contains, 2);
                    default -> hasColon && !isNear(SCORE::contains, 2);
                };
    }

    /** Whether the numbers are part of a longer one, as in 4:3:2 or 2:3.5. */
    private boolean isPartOfNumber() {
        String before = words.word(first - 1);
        String after = words.word(last + 1);
        return isJoint(words.gap(first - 1)) && isDigit(before, before.length() - 1)
                || isJoint(words.gap(last)) && isDigit(after, 0);
    }

    /** Whether the condition holds for one of the three words before the numbers or those after, in the same clause. */
    private boolean isNear(Predicate<String> condition, int wordsAfter) {
        for (int i = first - 1; i >= first - 3 && !isClauseEnd(i); i--) {
            if (condition.test(words.word(i))) {
                return true;
            }
        }
        for (int i = last; i < last + wordsAfter && !isClauseEnd(i); i++) {
            if (condition.test(words.word(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause ends between the word at this index and the next one. */
    private boolean isClauseEnd(int index) {
        return CLAUSE_END.matcher(words.gap(index)).find();
    }

    private static boolean isJoint(String gap) {
        return gap.equals(":") || gap.equals(".");
    }

    private static boolean isDigit(String word, int index) {
        return !word.isEmpty() && Character.isDigit(word.charAt(index));
    }

    private static Set<String> setOf(String words) {
        return Set.of(words.split(" "));
    }
}
