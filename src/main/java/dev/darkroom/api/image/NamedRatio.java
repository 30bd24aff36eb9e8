package dev.darkroom.api.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the first aspect ratio that a prompt names (inferred): two numbers with a colon, such as {@code 16:9} or
 * {@code 16 : 9}, or with an x, such as {@code 16x9} or {@code 16 × 9}. {@link RatioContext} excludes other things that
 * look the same.
 */
final class NamedRatio {

    private static final int MAX_WORD = "21x21".length();
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");
    private static final Pattern JOINED = Pattern.compile("([1-9][0-9]?)x([1-9][0-9]?)");

    /** A colon, a ratio sign, or a fullwidth colon; with a space on both sides or on none. */
    private static final Pattern COLON = Pattern.compile("[:\u2236\uFF1A]| [:\u2236\uFF1A] ");

    private static final Pattern TIMES = Pattern.compile("\u00D7| \u00D7 ");

    private final PromptWords words;

    private NamedRatio(PromptWords words) {
        this.words = words;
    }

    static Optional<ShapeInPrompt> find(PromptWords words) {
        NamedRatio ratios = new NamedRatio(words);
        return IntStream.range(0, words.count())
                .mapToObj(ratios::at)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<ShapeInPrompt> at(int index) {
        String word = words.word(index);
        if (word.length() > MAX_WORD || !Character.isDigit(word.charAt(0))) {
            return Optional.empty();
        }
        Matcher joined = JOINED.matcher(word);
        if (joined.matches()) {
            return ratio(joined.group(1), 'x', joined.group(2), new RatioContext(words, index, index));
        }
        String gap = words.gap(index);
        if (words.word(index + 1).equals("x")
                && gap.equals(" ")
                && words.gap(index + 1).equals(" ")) {
            return ratio(word, 'x', words.word(index + 2), new RatioContext(words, index, index + 2));
        }
        boolean hasColon = COLON.matcher(gap).matches();
        return hasColon || TIMES.matcher(gap).matches()
                ? ratio(word, hasColon ? ':' : 'x', words.word(index + 1), new RatioContext(words, index, index + 1))
                : Optional.empty();
    }

    private static Optional<ShapeInPrompt> ratio(String width, char separator, String height, RatioContext context) {
        if (!NUMBER.matcher(width).matches() || !NUMBER.matcher(height).matches()) {
            return Optional.empty();
        }
        return AspectRatio.of(width + ":" + height)
                .filter(ratio -> context.isRatio(ratio, separator == ':'))
                .map(ratio -> new ShapeInPrompt(ratio, width + separator + height));
    }
}
