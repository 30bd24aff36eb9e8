package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.field.TextRules;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.task.Progression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Warns about the triggers in a request that are invalid or have no effect. */
final class TriggerWarnings {

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_QUOTED = 60;

    private final PromptTriggers triggers;
    private final Dialect dialect;
    private final List<String> warnings = new ArrayList<>();

    TriggerWarnings(PromptTriggers triggers, Dialect dialect) {
        this.triggers = triggers;
        this.dialect = dialect;
    }

    /**
     * One sentence for each trigger. After ten of them, one sentence counts the rest. The last one gives the syntax if
     * the prompt has an unknown trigger.
     *
     * @param hasRequestFault whether a trigger changes the response to the request
     */
    List<String> warnings(ApiKey key, boolean hasCallback, boolean hasRequestFault) {
        KeyTrigger.unknown(key)
                .ifPresent(word -> add(word, "is not a trigger; use one of " + String.join(", ", KeyTrigger.words())));
        triggers.unknown()
                .forEach(trigger -> add(
                        trigger.text(),
                        "is not a trigger"
                                + trigger.error().map(error -> ": " + error).orElse("")));
        addUnknownCodes();
        triggers.progression().stream()
                .filter(text -> Progression.parse(text).isEmpty())
                .forEach(text -> add(text, "is not a progression; use " + Progression.RULE));
        if (!hasCallback && needsCallback()) {
            String reason = dialect.webhookEvents().isEmpty()
                    ? "the request has no callback URL"
                    : "the sandbox has no webhooks, or they are not told about this request";
            warnings.add("A trigger needs a callback, but " + reason);
        }
        if (!dialect.profile().can(Capability.POLLS) && needsPolls()) {
            warnings.add("A trigger needs polls, but this API has none");
        }
        if (triggers.processed() && !hasRequestFault) {
            warnings.add("`[[processed]]` has no effect without another trigger that changes the response");
        }
        if (warnings.size() > MAX_WARNINGS) {
            List<String> omitted = warnings.subList(MAX_WARNINGS, warnings.size());
            String count = omitted.size() + " more warnings about triggers";
            omitted.clear();
            warnings.add(count);
        }
        if (triggers.unknown().stream().anyMatch(trigger -> trigger.error().isEmpty())) {
            warnings.add("Triggers are " + PromptTriggers.SYNTAX);
        }
        return warnings;
    }

    private void addUnknownCodes() {
        Stream.concat(triggers.reject().stream(), taskFaults().flatMap(fault -> fault.code().stream()))
                .filter(code -> !RequestTriggers.isErrorCode(code, dialect))
                .forEach(code -> add(
                        code,
                        "is not an error code that a trigger can name; use one of "
                                + String.join(", ", dialect.profile().errorCodes())));
    }

    private boolean needsCallback() {
        return triggers.early().isPresent() || triggers.attemptFault().isPresent();
    }

    private boolean needsPolls() {
        return taskFaults().anyMatch(TaskFault::needsPolls);
    }

    private Stream<TaskFault> taskFaults() {
        return triggers.taskFaults().stream().map(InjectedFault::fault);
    }

    private void add(String quoted, String reason) {
        warnings.add("`" + TextRules.quotable(quoted, MAX_QUOTED) + "` " + reason);
    }
}
