package dev.darkroom.chaos;

import java.time.Instant;
import java.util.Optional;

/**
 * The state of a rule in force.
 *
 * @param since when the rule came into force, on the sandbox's clock
 * @param triggered how often the rule injected its fault
 * @param passedOver how often the rule matched without injecting its fault
 * @param isOver whether the rule can never inject its fault again
 * @param outageEnds when the current outage ends; empty without an outage
 */
public record RuleState(
        FaultRule rule, Instant since, long triggered, long passedOver, boolean isOver, Optional<Instant> outageEnds) {}
