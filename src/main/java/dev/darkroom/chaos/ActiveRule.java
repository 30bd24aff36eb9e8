package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A rule in force. What it draws changes nothing for another. The sandbox' lock guards it. */
final class ActiveRule {

    private final FaultRule rule;
    private final Instant since;
    private long seed;
    private SplittableRandom random;
    private int met;
    private int struck;
    private long hits;
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
        return new RuleState(rule, since, hits, passedOver, isOver(now) && ends.isEmpty(), ends);
    }

    long passedOver() {
        return passedOver;
    }

    /** The fault, when it strikes. */
    Optional<Fault> meet(FaultContext occasion, Instant now) {
        if (!rule.when().fits(occasion)) {
            return Optional.empty();
        }
        boolean strikes = outageEnds.isAfter(now) || strikes(occasion, now);
        if (!strikes) {
            passedOver++;
            return Optional.empty();
        }
        hits++;
        return Optional.of(rule.then().settled(chance(occasion)));
    }

    private boolean strikes(FaultContext occasion, Instant now) {
        Duration age = Duration.between(since, now);
        if (isOver(now) || !rule.when().isOpen(age) || met++ < rule.when().skip()) {
            return false;
        }
        double probability = rule.when().probability(age);
        if (probability < 1 && chance(occasion).nextDouble() >= probability) {
            return false;
        }
        struck++;
        if (rule.then() instanceof Outage outage) {
            outageEnds = now.plus(outage.duration());
        }
        return true;
    }

    private boolean isOver(Instant now) {
        return rule.when().isOver(Duration.between(since, now))
                || rule.when().times().filter(most -> struck >= most).isPresent();
    }

    private RandomGenerator chance(FaultContext occasion) {
        return occasion.draw().isEmpty()
                ? random
                : new SplittableRandom(seed ^ occasion.draw().getAsLong());
    }
}
