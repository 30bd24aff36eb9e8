package dev.darkroom.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marks of all rules and triggers that change a task.
 *
 * @param triggers in the order of the prompt
 */
public record TaskMarks(List<TaskMark> triggers, List<TaskMark> rules) {

    public static final TaskMarks NONE = new TaskMarks(List.of(), List.of());

    /** Separates the names of several rules and triggers. */
    public static final String SEPARATOR = ", ";

    public TaskMarks {
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
    }

    boolean isEmpty() {
        return triggers.isEmpty() && rules.isEmpty();
    }

    /** @param trigger precedes the other triggers in the prompt */
    TaskMarks withTrigger(TaskMark trigger) {
        return new TaskMarks(
                Stream.concat(Stream.of(trigger), triggers.stream()).toList(), rules);
    }

    TaskMarks withRule(TaskMark rule) {
        return new TaskMarks(
                triggers, Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    boolean have(TaskEffect effect) {
        return !isEmpty() && Stream.concat(triggers.stream(), rules.stream()).anyMatch(mark -> mark.effect() == effect);
    }

    /** The first trigger and all rules whose effect applies; empty if none does. */
    Optional<String> names(Predicate<TaskEffect> applies) {
        String names = Stream.concat(
                        triggers.stream()
                                .filter(mark -> applies.test(mark.effect()))
                                .limit(1),
                        rules.stream().filter(mark -> applies.test(mark.effect())))
                .map(TaskMark::name)
                .distinct()
                .collect(Collectors.joining(SEPARATOR));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** The outcome, changed by the effects of the marks. */
    Outcome adjust(Outcome outcome) {
        if (outcome instanceof Outcome.Fails fails) {
            return have(TaskEffect.NO_REFUND) ? fails.withoutRefund() : fails;
        }
        return have(TaskEffect.NO_OUTPUT) ? new Outcome.Completes(false) : outcome;
    }
}
