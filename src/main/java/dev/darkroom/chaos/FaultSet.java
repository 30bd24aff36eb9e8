package dev.darkroom.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules in order of precedence.
 *
 * @param weather the name of the weather that the rules include
 */
public record FaultSet(List<FaultRule> rules, Optional<String> weather) {

    public static final FaultSet NONE = new FaultSet(List.of(), Optional.empty());

    /** The maximum number of rules. */
    public static final int MAX_RULES = 100;

    public FaultSet {
        rules = List.copyOf(rules);
    }

    public static FaultSet of(List<FaultRule> rules) {
        return new FaultSet(rules, Optional.empty());
    }

    /** This set, followed by more rules. */
    public FaultSet plus(List<FaultRule> more) {
        List<FaultRule> all = new ArrayList<>(rules);
        all.addAll(more);
        return new FaultSet(all, weather);
    }
}
