package dev.darkroom.chaos;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * When a rule strikes. What is not said does not matter.
 *
 * @param operations what it is about
 * @param prompt found anywhere in the prompt
 * @param probability how likely it strikes when all else fits, above 0
 * @param skip so many times first it does not
 * @param times so often at most it does
 * @param ttl for so long after it was put in force, on the sandbox' clock
 * @param window only then
 * @param ramp so long, from when it was put in force, its probability takes to rise from 0
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

    RuleCondition endingAfter(Duration most) {
        Duration sooner = ttl.filter(own -> own.compareTo(most) < 0).orElse(most);
        return new RuleCondition(
                operations,
                dialect,
                model,
                prompt,
                taskId,
                probability,
                skip,
                times,
                Optional.of(sooner),
                window,
                ramp);
    }

    boolean fits(FaultContext occasion) {
        return operations.contains(occasion.operation())
                && dialect.filter(name -> !name.equals(occasion.dialect())).isEmpty()
                && taskId.filter(id -> !occasion.taskId().equals(Optional.of(id)))
                        .isEmpty()
                && (model.isEmpty()
                        || occasion.model().get().filter(model.get()::matches).isPresent())
                && (prompt.isEmpty()
                        || occasion.prompt()
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
        double share = ramp.map(r -> Math.min(1, (double) age.toMillis() / r.toMillis()))
                .orElse(1.0);
        return probability * share;
    }

    /** Whether it strikes whatever happens to its operations, for ever: rules behind it never do. */
    boolean isAlways() {
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
