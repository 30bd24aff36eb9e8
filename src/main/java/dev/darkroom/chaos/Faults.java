package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Fault;
import dev.darkroom.chaos.fault.FaultType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules in force in one sandbox. The first rule that matches and injects its fault wins.
 *
 * <p>Not thread-safe: guarded by the sandbox's lock. Only {@link #isEmpty} and {@link #hasMatched} may be called
 * without it.
 */
public final class Faults {

    private volatile List<ActiveRule> active = List.of();
    private Optional<String> weather = Optional.empty();
    private final Map<FaultType, Counts> counts = new LinkedHashMap<>();
    private volatile boolean hasMatched;
    private long seed;

    /** @param seed the sandbox's seed */
    public Faults(FaultSet set, long seed, Instant now) {
        this.seed = seed;
        replace(set, now);
    }

    public boolean isEmpty() {
        return active.isEmpty();
    }

    /**
     * Finds the fault to inject now, and counts the matches of the rules up to the one that injects it.
     *
     * @param lookupType skips rules whose faults are not instances of it
     */
    public <F extends Fault> Optional<InjectedFault<F>> find(FaultContext context, Class<F> lookupType, Instant now) {
        for (ActiveRule candidate : active) {
            FaultRule rule = candidate.rule();
            if (lookupType.isInstance(rule.fault()) && candidate.matches(context)) {
                Optional<Fault> fault = candidate.inject(context, now);
                hasMatched = true;
                counts.computeIfAbsent(rule.fault().type(), type -> new Counts())
                        .add(fault.isPresent());
                if (fault.isPresent()) {
                    return Optional.of(new InjectedFault<>(rule.name(), lookupType.cast(fault.get())));
                }
            }
        }
        return Optional.empty();
    }

    /** Replaces the rules in force. */
    public void replace(FaultSet set, Instant now) {
        active = set.rules().stream()
                .map(rule -> new ActiveRule(rule, now, seed))
                .toList();
        weather = set.weather();
    }

    /** Adds rules. Those already in force keep their state. */
    public void append(List<FaultRule> rules, Instant now) {
        List<ActiveRule> all = new ArrayList<>(active);
        rules.forEach(rule -> all.add(new ActiveRule(rule, now, seed)));
        active = List.copyOf(all);
    }

    /** Restarts the random numbers of all rules from another seed. */
    public void reseed(long newSeed) {
        seed = newSeed;
        active.forEach(rule -> rule.reseed(newSeed));
    }

    /** The rules in force, including those that are over. */
    public FaultSet inForce() {
        return new FaultSet(active.stream().map(ActiveRule::rule).toList(), weather);
    }

    public List<RuleState> states(Instant now) {
        return active.stream().map(rule -> rule.state(now)).toList();
    }

    /** Whether any rule has ever matched. While none has, all counts are zero. */
    public boolean hasMatched() {
        return hasMatched;
    }

    /** How often rules injected faults of a type. Includes rules that are no longer in force. */
    public long triggered(FaultType type) {
        return counts.containsKey(type) ? counts.get(type).triggered : 0;
    }

    /** How often rules with a fault of a type matched without injecting it. */
    public long passedOver(FaultType type) {
        return counts.containsKey(type) ? counts.get(type).passedOver : 0;
    }

    private static final class Counts {

        private long triggered;
        private long passedOver;

        private void add(boolean isTriggered) {
            if (isTriggered) {
                triggered++;
            } else {
                passedOver++;
            }
        }
    }
}
