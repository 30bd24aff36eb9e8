package dev.darkroom.chaos;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * When a rule injects its fault. An empty component does not restrict the rule.
 *
 * @param operations the operations that the rule matches
 * @param prompt a regular expression that matches any part of the prompt
 * @param probability how likely the rule injects its fault when all other conditions hold: more than 0, at most 1
 * @param skip how many matches the rule passes over first
 * @param times the maximum number of times that the rule injects its fault
 * @param ttl how long the rule stays in force, on the sandbox's clock
 * @param window when the rule can inject its fault
 * @param ramp how long the probability takes to rise from 0, from when the rule came into force
 */
public record RuleCondition(
        Set<Operation> operations,
        Optional<String> dialect,
        Optional<Wildcard> model,
        Optional<Pattern> prompt,
        Optional<UUID> taskId,
        double probability,
        int skip,
        Optional<Integer> times,
        Optional<Duration> ttl,
        Optional<Window> window,
        Optional<Duration> ramp) {

    public RuleCondition {
        operations = Set.copyOf(operations);
    }

    RuleCondition endingAfter(Duration limit) {
        Duration shorter = ttl.filter(current -> current.compareTo(limit) < 0).orElse(limit);
        return new RuleCondition(
                operations,
                dialect,
                model,
                prompt,
                taskId,
                probability,
                skip,
                times,
                Optional.of(shorter),
                window,
                ramp);
    }

    boolean matches(FaultContext context) {
        return operations.contains(context.operation())
                && dialect.filter(name -> !name.equals(context.dialect())).isEmpty()
                && taskId.filter(id -> !context.taskId().equals(Optional.of(id)))
                        .isEmpty()
                && (model.isEmpty()
                        || context.model().get().filter(model.get()::matches).isPresent())
                && (prompt.isEmpty()
                        || context.prompt()
                                .get()
                                .filter(text -> prompt.get().matcher(text).find())
                                .isPresent());
    }

    boolean isOver(Duration age) {
        return ttl.filter(t -> age.compareTo(t) >= 0).isPresent();
    }

    boolean isOpen(Duration age) {
        return window.isEmpty() || window.get().isOpen(age);
    }

    double probability(Duration age) {
        double rampProgress = ramp.map(r -> Math.min(1, (double) age.toMillis() / r.toMillis()))
                .orElse(1.0);
        return probability * rampProgress;
    }

    /**
     * Whether the rule injects its fault into every context of its operations, forever. Later rules for these
     * operations then never apply.
     */
    boolean isUnconditional() {
        return dialect.isEmpty()
                && model.isEmpty()
                && prompt.isEmpty()
                && taskId.isEmpty()
                && probability == 1
                && skip == 0
                && times.isEmpty()
                && ttl.isEmpty()
                && window.isEmpty()
                && ramp.isEmpty();
    }
}
