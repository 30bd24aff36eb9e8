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
 * The rules that are in force in one sandbox. The first that strikes wins.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it. Only {@link #isEmpty} and
 * {@link #hasMet} may be asked by anybody.
 */
public final class Faults {

    private volatile List<ActiveRule> armed = List.of();
    private Optional<String> weather = Optional.empty();
    private final Map<FaultType, Hits> hits = new LinkedHashMap<>();
    private volatile boolean met;
    private long seed;

    /** @param seed of the sandbox */
    public Faults(FaultSet set, long seed, Instant now) {
        this.seed = seed;
        replace(set, now);
    }

    public boolean isEmpty() {
        return armed.isEmpty();
    }

    /**
     * The fault that strikes now.
     *
     * @param kind only faults of this sort are asked for; rules with others are as if they were not there
     */
    public <F extends Fault> Optional<InjectedFault<F>> find(FaultContext occasion, Class<F> kind, Instant now) {
        for (ActiveRule one : armed) {
            if (kind.isInstance(one.rule().then())) {
                long before = one.passedOver();
                Optional<Fault> fault = one.meet(occasion, now);
                boolean passed = one.passedOver() > before;
                if (fault.isPresent() || passed) {
                    met = true;
                    hits.computeIfAbsent(one.rule().then().kind(), k -> new Hits())
                            .count(passed);
                }
                if (fault.isPresent()) {
                    return Optional.of(new InjectedFault<>(one.rule().name(), kind.cast(fault.get())));
                }
            }
        }
        return Optional.empty();
    }

    /** Puts these in force, and no others. */
    public void replace(FaultSet set, Instant now) {
        armed = set.rules().stream()
                .map(rule -> new ActiveRule(rule, now, seed))
                .toList();
        weather = set.weather();
    }

    /** Puts these in force too; the others go on as they were. */
    public void append(List<FaultRule> rules, Instant now) {
        List<ActiveRule> all = new ArrayList<>(armed);
        rules.forEach(rule -> all.add(new ActiveRule(rule, now, seed)));
        armed = List.copyOf(all);
    }

    /** From now on chance comes from another seed. */
    public void reseed(long newSeed) {
        seed = newSeed;
        armed.forEach(one -> one.reseed(newSeed));
    }

    /** The rules, however often they have struck. */
    public FaultSet set() {
        return new FaultSet(armed.stream().map(ActiveRule::rule).toList(), weather);
    }

    public List<RuleState> states(Instant now) {
        return armed.stream().map(one -> one.state(now)).toList();
    }

    /** Whether a rule has ever met what it is about. */
    public boolean hasMet() {
        return met;
    }

    /** How often faults of a kind have struck, by rules that are not in force any more, too. */
    public long triggered(FaultType kind) {
        return hits.containsKey(kind) ? hits.get(kind).triggered : 0;
    }

    /** How often they have not although their rules fitted. */
    public long passedOver(FaultType kind) {
        return hits.containsKey(kind) ? hits.get(kind).passedOver : 0;
    }

    private static final class Hits {
        private long triggered;
        private long passedOver;

        private void count(boolean passed) {
            if (passed) {
                passedOver++;
            } else {
                triggered++;
            }
        }
    }
}
