package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Early;
import dev.darkroom.chaos.fault.Fault;
import java.time.Duration;

/**
 * A fault, and when it strikes.
 *
 * @param name what answers that it spoils are marked with
 */
public record FaultRule(String name, RuleCondition when, Fault then) {

    /** The same rule, for so long at most. */
    public FaultRule endingAfter(Duration ttl) {
        return new FaultRule(name, when.endingAfter(ttl), then);
    }

    /** Whether a rule behind this one can never strike. */
    boolean hides(FaultRule other) {
        boolean sameLookup = (then instanceof Early) == (other.then instanceof Early);
        return when.isAlways() && sameLookup && when.operations().containsAll(other.when.operations());
    }
}
