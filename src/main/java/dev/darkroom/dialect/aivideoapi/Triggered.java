package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.access.ApiKey;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.dialect.Nearest;
import dev.darkroom.dialect.Text;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.task.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the triggers in a request want (design §7).
 *
 * @param reject the error that is to be answered instead of a task
 * @param outcome how the task is to end
 * @param warnings what looks like a trigger and is none
 */
record Triggered(Optional<ErrorCode> reject, Outcome outcome, List<String> warnings) {

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_NAME = 60;
    private static final String USUAL = ErrorCode.UPSTREAM_ERROR.code();

    /** The first cause of upstream_error on the page (seeds/001: Common Scenarios). */
    private static final Outcome.Fails NSFW =
            new Outcome.Fails(USUAL, "The input contains sensitive or prohibited content");

    static Triggered by(GenerationRequest request, ApiKey key) {
        PromptTriggers triggers = PromptTriggers.read(request.prompt());
        List<String> warnings = new ArrayList<>();
        KeyTrigger.unknown(key)
                .filter(word -> Nearest.to(word, KeyTrigger.words()).isPresent())
                .ifPresent(word -> warnings.add(notATrigger(word, String.join(", ", KeyTrigger.words()))));
        triggers.unknown().stream()
                .limit(MAX_WARNINGS)
                .forEach(whole -> warnings.add(notATrigger(whole, PromptTriggers.WORDS)));
        Optional<ErrorCode> reject = triggers.reject().flatMap(name -> code(name, warnings));
        Optional<ErrorCode> fail = triggers.fail().flatMap(name -> code(name.isEmpty() ? USUAL : name, warnings));
        boolean found = triggers.nsfw() && request.nsfwChecker();
        Outcome unlessFailing = found ? NSFW : new Outcome.Completes();
        return new Triggered(reject, fail.<Outcome>map(ErrorCode::failure).orElse(unlessFailing), warnings);
    }

    private static Optional<ErrorCode> code(String name, List<String> warnings) {
        Optional<ErrorCode> code = ErrorCode.of(name);
        if (code.isEmpty()) {
            warnings.add("`" + Text.quotable(name, MAX_NAME)
                    + "` is not an error code that a trigger can name; use one of " + ErrorCode.NAMES);
        }
        return code;
    }

    private static String notATrigger(String text, String words) {
        return "`" + Text.quotable(text, MAX_NAME) + "` is not a trigger; use one of " + words;
    }
}
