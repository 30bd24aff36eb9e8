package dev.darkroom.api.image;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the first plain word in a prompt that describes a shape (inferred). Words that name a subject count as well: a
 * portrait of a person is usually upright, and a landscape is usually wide.
 */
final class ShapeWords {

    private static final Map<String, AspectRatio> RATIOS = Map.ofEntries(
            Map.entry("square", AspectRatio.SQUARE),
            Map.entry("portrait", AspectRatio.R2_3),
            Map.entry("upright", AspectRatio.R2_3),
            Map.entry("landscape", AspectRatio.R3_2),
            Map.entry("vertical", AspectRatio.R9_16),
            Map.entry("horizontal", AspectRatio.R16_9),
            Map.entry("widescreen", AspectRatio.R16_9),
            Map.entry("panorama", AspectRatio.R2_1),
            Map.entry("panoramic", AspectRatio.R2_1),
            Map.entry("ultrawide", AspectRatio.R21_9));

    private ShapeWords() {}

    static boolean has(String word) {
        return RATIOS.containsKey(word);
    }

    static Optional<ShapeInPrompt> find(PromptWords words) {
        return IntStream.range(0, words.count())
                .mapToObj(index -> at(words, index))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A hyphen may join the two parts of a word, as in wide-screen. */
    private static Optional<ShapeInPrompt> at(PromptWords words, int index) {
        String word = words.word(index);
        return of(word).or(() -> words.gap(index).equals("-") ? of(word + words.word(index + 1)) : Optional.empty());
    }

    private static Optional<ShapeInPrompt> of(String word) {
        return Optional.ofNullable(RATIOS.get(word)).map(ratio -> new ShapeInPrompt(ratio, word));
    }
}
