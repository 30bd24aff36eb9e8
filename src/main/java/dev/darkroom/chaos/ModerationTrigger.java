package dev.darkroom.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What content moderation finds in a request, as a trigger in its prompt demands.
 *
 * @param name the name of the trigger: {@code moderation} or {@code nsfw}
 * @param categories at least one of {@link #CATEGORIES}
 */
public record ModerationTrigger(String name, Stage stage, List<String> categories) {

    /** The categories of moderation that vendors have, and some of their parts. */
    public static final List<String> CATEGORIES = List.of(
            "harassment",
            "harassment/threatening",
            "hate",
            "hate/threatening",
            "illicit",
            "illicit/violent",
            "self-harm",
            "self-harm/instructions",
            "self-harm/intent",
            "sexual",
            "sexual/minors",
            "violence",
            "violence/graphic");

    /** Describes a valid value. */
    static final String RULE =
            "one or more of " + String.join(", ", CATEGORIES) + ", with input or output for the stage if you like";

    /** The finding of {@code [[nsfw]]}. */
    static final ModerationTrigger NSFW = new ModerationTrigger("nsfw", Stage.OUTPUT, List.of("sexual"));

    public ModerationTrigger {
        categories = List.copyOf(categories);
    }

    /** When moderation rejects the request. */
    public enum Stage {
        /** Before the images are generated: the task fails at once. */
        INPUT,
        /** The generated images are rejected: the task fails when it would have ended. */
        OUTPUT
    }

    /**
     * Reads categories and at most one stage, separated by commas or blanks. Without a stage, the input is rejected.
     *
     * @param text in lower case
     */
    static Optional<ModerationTrigger> parse(String text) {
        Optional<Stage> stage = Optional.empty();
        List<String> categories = new ArrayList<>();
        for (String word : text.split("[,\\s]+")) {
            Optional<Stage> named = stage(word);
            if (named.isPresent() && stage.isEmpty()) {
                stage = named;
            } else if (CATEGORIES.contains(word) && !categories.contains(word)) {
                categories.add(word);
            } else {
                return Optional.empty();
            }
        }
        return categories.isEmpty()
                ? Optional.empty()
                : Optional.of(new ModerationTrigger("moderation", stage.orElse(Stage.INPUT), categories));
    }

    private static Optional<Stage> stage(String word) {
        for (Stage stage : Stage.values()) {
            if (stage.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
