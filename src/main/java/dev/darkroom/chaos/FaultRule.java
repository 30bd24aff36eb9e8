package dev.darkroom.chaos;

import dev.darkroom.chaos.fault.Fault;
import java.time.Duration;

/**
 * A fault and the condition under which it is injected.
 *
 * @param name identifies the rule in the {@code Darkroom-Fault} header of the responses it affects
 */
public record FaultRule(String name, RuleCondition condition, Fault fault) {

    /** This rule, limited to a lifetime of at most {@code ttl}. */
    public FaultRule endingAfter(Duration ttl) {
        return new FaultRule(name, condition.endingAfter(ttl), fault);
    }

    /** Whether a later rule can never inject its fault, because this one always comes first. */
    boolean shadows(FaultRule later) {
        return condition.isUnconditional()
                && fault.lookupType() == later.fault.lookupType()
                && condition.operations().containsAll(later.condition.operations());
    }
}
