package dev.darkroom.api;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.DialectProfile.Capability;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.PromptTriggers;
import dev.darkroom.chaos.fault.ErrorFault;
import dev.darkroom.chaos.fault.RequestFault;
import dev.darkroom.chaos.fault.TaskFault;
import dev.darkroom.field.TextRules;
import dev.darkroom.sandbox.KeyTrigger;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.PlanOverrides.Timing;
import dev.darkroom.task.Progression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the triggers in a request want (design §7).
 *
 * @param answer what is to become of the answer
 * @param overrides what is to become of the task
 * @param warnings what looks like a trigger and is none
 */
public record RequestTriggers(
        Optional<InjectedFault<RequestFault>> answer, PlanOverrides overrides, List<String> warnings) {

    private static final int MAX_WARNINGS = 10;
    private static final int MAX_NAME = 60;

    /**
     * @param nsfw how a task fails when a checker of content finds something; empty when nothing is checked
     */
    public static RequestTriggers of(
            String prompt, Optional<String> callback, ApiKey key, Dialect dialect, Optional<Outcome.Fails> nsfw) {
        PromptTriggers triggers = PromptTriggers.read(prompt);
        if (triggers == PromptTriggers.NONE && KeyTrigger.unknown(key).isEmpty()) {
            return new RequestTriggers(Optional.empty(), withFailures(PlanOverrides.NONE, dialect), List.of());
        }
        return new RequestTriggers(
                answer(triggers, dialect),
                overrides(triggers, dialect, nsfw),
                warnings(triggers, key, callback, dialect));
    }

    /** An error goes before all else that may become of an answer. */
    private static Optional<InjectedFault<RequestFault>> answer(PromptTriggers triggers, Dialect dialect) {
        return triggers.reject().stream()
                .filter(code -> isCode(code, dialect))
                .findFirst()
                .map(code -> new InjectedFault<RequestFault>(
                        "reject: " + code + " in the prompt",
                        new ErrorFault(code, Optional.empty(), triggers.processed())))
                .or(triggers::requestFault);
    }

    /** What stands first is wished last, and so counts. */
    private static PlanOverrides overrides(PromptTriggers triggers, Dialect dialect, Optional<Outcome.Fails> nsfw) {
        PlanOverrides overrides = withFailures(course(triggers, nsfw), dialect);
        List<InjectedFault<TaskFault>> lastFirst = new ArrayList<>(triggers.taskFaults());
        Collections.reverse(lastFirst);
        for (InjectedFault<TaskFault> injected : lastFirst) {
            boolean isWrong = injected.fault()
                    .code()
                    .filter(code -> !isCode(code, dialect))
                    .isPresent();
            overrides =
                    isWrong ? overrides : injected.fault().applyTo(overrides).causedBy(injected.name());
        }
        return overrides;
    }

    private static PlanOverrides withFailures(PlanOverrides course, Dialect dialect) {
        return course.withFailures(code -> dialect.failure(code, Optional.empty()));
    }

    private static PlanOverrides course(PromptTriggers triggers, Optional<Outcome.Fails> nsfw) {
        PlanOverrides course = PlanOverrides.NONE;
        if (triggers.nsfw() && nsfw.isPresent()) {
            course = course.with(nsfw.get()).causedBy("nsfw in the prompt");
        }
        Optional<Progression> progression = triggers.progression().stream()
                .map(Progression::parse)
                .flatMap(Optional::stream)
                .findFirst();
        Timing timing = triggers.pending().map(course.timing()::withPending).orElse(course.timing());
        course = course.with(triggers.processing().map(timing::withProcessing).orElse(timing));
        return progression.map(course::with).orElse(course);
    }

    private static boolean isCode(String name, Dialect dialect) {
        return dialect.failure(Optional.of(name), Optional.empty()).isPresent();
    }

    private static List<String> warnings(
            PromptTriggers triggers, ApiKey key, Optional<String> callback, Dialect dialect) {
        List<String> warnings = new ArrayList<>();
        KeyTrigger.unknown(key)
                .ifPresent(word -> warnings.add(
                        quoted(word) + "is not a trigger; use one of " + String.join(", ", KeyTrigger.words())));
        triggers.unknown()
                .forEach(no -> warnings.add(quoted(no.text()) + "is not a trigger"
                        + no.error().map(error -> ": " + error).orElse("")));
        Stream.concat(triggers.reject().stream(), codes(triggers))
                .filter(name -> !isCode(name, dialect))
                .forEach(name -> warnings.add(quoted(name) + "is not an error code that a trigger can name; use one of "
                        + String.join(", ", dialect.profile().errorCodes())));
        triggers.progression().stream()
                .filter(text -> Progression.parse(text).isEmpty())
                .forEach(text -> warnings.add(quoted(text) + "does not move a task; use " + Progression.RULE));
        boolean isAboutCallback =
                triggers.early().isPresent() || triggers.attemptFault().isPresent();
        if (isAboutCallback && callback.isEmpty()) {
            warnings.add("A trigger is about the callback, and the request asks for none");
        }
        if (!dialect.profile().can(Capability.POLLS) && isAboutPolls(triggers)) {
            warnings.add("A trigger is about polls, and this API has none");
        }
        if (triggers.processed() && answer(triggers, dialect).isEmpty()) {
            warnings.add("`[[processed]]` does nothing without another trigger that spoils the answer");
        }
        boolean isUnknown =
                triggers.unknown().stream().anyMatch(no -> no.error().isEmpty());
        if (warnings.size() > MAX_WARNINGS) {
            int more = warnings.size() - MAX_WARNINGS;
            warnings.subList(MAX_WARNINGS, warnings.size()).clear();
            warnings.add(more + " more are no triggers");
        }
        if (isUnknown) {
            warnings.add("Triggers are " + PromptTriggers.SYNTAX);
        }
        return warnings;
    }

    private static boolean isAboutPolls(PromptTriggers triggers) {
        return triggers.taskFaults().stream().map(InjectedFault::fault).anyMatch(TaskFault::needsPolls);
    }

    private static Stream<String> codes(PromptTriggers triggers) {
        return triggers.taskFaults().stream().map(InjectedFault::fault).flatMap(fault -> fault.code().stream());
    }

    private static String quoted(String text) {
        return "`" + TextRules.quotable(text, MAX_NAME) + "` ";
    }
}
