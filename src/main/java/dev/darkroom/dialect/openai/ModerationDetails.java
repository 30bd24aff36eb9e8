package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.http.json.Json;
import java.util.List;
import java.util.Locale;

/**
 * What content moderation found (providers/openai.md §8.2).
 *
 * @param stage {@code input} or {@code output}
 */
record ModerationDetails(String stage, List<String> categories) {

    private static final ModerationDetails DEFAULT = new ModerationDetails("output", List.of("sexual"));

    static ModerationDetails of(ModerationTrigger trigger) {
        return new ModerationDetails(trigger.stage().name().toLowerCase(Locale.ROOT), trigger.categories());
    }

    /** The details that the trigger in a prompt sets. Without a trigger, the output is blocked as sexual. */
    static ModerationDetails ofPrompt(String prompt) {
        return PromptTriggers.read(prompt)
                .moderation()
                .map(ModerationDetails::of)
                .orElse(DEFAULT);
    }

    /** The text of the error. The vendor's text names the request and the categories. */
    String message(String requestId) {
        return "Your request was rejected by the safety system. If you believe this is an error, contact us at"
                + " help.openai.com and include the request ID " + requestId + ". safety_violations=["
                + String.join(", ", categories) + "].";
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object().put("moderation_stage", stage);
        categories.forEach(json.putArray("categories")::add);
        return json;
    }
}
