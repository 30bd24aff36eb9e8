package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A rule in force. Each rule has its own random numbers, so rules do not influence each other. Guarded by the sandbox's
 * lock.
 */
final class ActiveRule {

    private final FaultRule rule;
    private final Instant since;
    private long seed;
    private SplittableRandom random;
    /** How often the condition matched while the rule was not over and its window was open. */
    private int candidates;
    /** How often the rule started to inject its fault. An outage counts once, however many requests it affects. */
    private int starts;

    private long triggered;
    private long passedOver;
    private Instant outageEnds = Instant.MIN;

    ActiveRule(FaultRule rule, Instant since, long sandboxSeed) {
        this.rule = rule;
        this.since = since;
        reseed(sandboxSeed);
    }

    void reseed(long sandboxSeed) {
        seed = new SplittableRandom(sandboxSeed ^ rule.name().hashCode()).nextLong();
        random = new SplittableRandom(seed);
    }

    FaultRule rule() {
        return rule;
    }

    RuleState state(Instant now) {
        Optional<Instant> ends = outageEnds.isAfter(now) ? Optional.of(outageEnds) : Optional.empty();
        return new RuleState(rule, since, triggered, passedOver, isOver(now) && ends.isEmpty(), ends);
    }

    /** Whether the rule's condition matches this context. Only then can the rule inject its fault. */
    boolean matches(FaultContext context) {
        return rule.condition().matches(context);
    }

    /** The fault to inject into a matching context; empty when the rule passes it over. */
    Optional<Fault> inject(FaultContext context, Instant now) {
        if (!outageEnds.isAfter(now) && !tryStart(context, now)) {
            passedOver++;
            return Optional.empty();
        }
        triggered++;
        return Optional.of(rule.fault().resolve(random(context)));
    }

    private boolean tryStart(FaultContext context, Instant now) {
        Duration age = Duration.between(since, now);
        RuleCondition condition = rule.condition();
        if (isOver(now) || !condition.isOpen(age) || candidates++ < condition.skip()) {
            return false;
        }
        double probability = condition.probability(age);
        if (probability < 1 && random(context).nextDouble() >= probability) {
            return false;
        }
        starts++;
        rule.fault().outage().ifPresent(duration -> outageEnds = now.plus(duration));
        return true;
    }

    private boolean isOver(Instant now) {
        return rule.condition().isOver(Duration.between(since, now))
                || rule.condition().times().filter(max -> starts >= max).isPresent();
    }

    private RandomGenerator random(FaultContext context) {
        return context.randomKey().isEmpty()
                ? random
                : new SplittableRandom(seed ^ context.randomKey().getAsLong());
    }
}
