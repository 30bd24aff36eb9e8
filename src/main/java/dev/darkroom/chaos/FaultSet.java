package dev.darkroom.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules, in the order in which they are asked.
 *
 * @param weather the name of the weather that is among them, if there is one
 */
public record FaultSet(List<FaultRule> rules, Optional<String> weather) {

    public static final FaultSet NONE = new FaultSet(List.of(), Optional.empty());

    /** So many rules there may be. */
    public static final int MAX_RULES = 100;

    public FaultSet {
        rules = List.copyOf(rules);
    }

    public static FaultSet of(List<FaultRule> rules) {
        return new FaultSet(rules, Optional.empty());
    }

    /** These, and others that are asked after them. */
    public FaultSet plus(List<FaultRule> others) {
        List<FaultRule> all = new ArrayList<>(rules);
        all.addAll(others);
        return new FaultSet(all, weather);
    }
}
