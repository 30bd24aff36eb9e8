package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.access.ApiKey;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.dialect.Text;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.task.Course;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Progression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the triggers in a request want (design §7).
 *
 * @param reject the error that is to be answered instead of a task
 * @param course what is to become of the task
 * @param warnings what looks like a trigger and is none
 */
record Triggered(Optional<ErrorCode> reject, Course course, List<String> warnings) {

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_NAME = 60;
    private static final String USUAL = ErrorCode.UPSTREAM_ERROR.code();

    /** The first cause of upstream_error on the page (seeds/001: Common Scenarios). */
    private static final Outcome.Fails NSFW =
            new Outcome.Fails(USUAL, "The input contains sensitive or prohibited content");

    private static final Triggered NOTHING = new Triggered(Optional.empty(), Course.USUAL, List.of());

    static Triggered by(GenerationRequest request, ApiKey key) {
        PromptTriggers triggers = PromptTriggers.read(request.prompt());
        if (triggers == PromptTriggers.NONE && KeyTrigger.unknown(key).isEmpty()) {
            return NOTHING;
        }
        boolean found = triggers.nsfw() && request.nsfwChecker();
        Outcome unlessFailing = found ? NSFW : new Outcome.Completes();
        Outcome outcome =
                first(triggers.fail()).<Outcome>map(ErrorCode::failure).orElse(unlessFailing);
        Course course = new Course(outcome, progression(triggers));
        return new Triggered(first(triggers.reject()), course, warnings(triggers, key));
    }

    /** The first that is a code; what is none is warned of. */
    private static Optional<ErrorCode> first(List<String> names) {
        return names.stream().map(Triggered::code).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Progression> progression(PromptTriggers triggers) {
        return triggers.progression().stream()
                .map(Progression::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ErrorCode> code(String name) {
        return ErrorCode.of(name.isEmpty() ? USUAL : name);
    }

    private static List<String> warnings(PromptTriggers triggers, ApiKey key) {
        List<String> warnings = new ArrayList<>();
        KeyTrigger.unknown(key)
                .ifPresent(word -> warnings.add(notATrigger(word, String.join(", ", KeyTrigger.words()))));
        triggers.unknown().forEach(whole -> warnings.add(notATrigger(whole, PromptTriggers.WORDS)));
        Stream.concat(triggers.reject().stream(), triggers.fail().stream())
                .filter(name -> code(name).isEmpty())
                .forEach(name -> warnings.add(notACode(name)));
        triggers.progression().stream()
                .filter(text -> Progression.parse(text).isEmpty())
                .forEach(text -> warnings.add(notAProgression(text)));
        if (warnings.size() > MAX_WARNINGS) {
            int more = warnings.size() - MAX_WARNINGS;
            warnings.subList(MAX_WARNINGS, warnings.size()).clear();
            warnings.add(more + " more are no triggers");
        }
        return warnings;
    }

    private static String notACode(String name) {
        return "`" + Text.quotable(name, MAX_NAME) + "` is not an error code that a trigger can name; use one of "
                + ErrorCode.NAMES;
    }

    private static String notAProgression(String text) {
        return "`" + Text.quotable(text, MAX_NAME) + "` does not move a task; use " + Progression.RULE;
    }

    private static String notATrigger(String text, String words) {
        return "`" + Text.quotable(text, MAX_NAME) + "` is not a trigger; use one of " + words;
    }
}
