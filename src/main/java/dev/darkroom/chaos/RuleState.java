package dev.darkroom.chaos;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule as it stands.
 *
 * @param since when it was put in force, on the sandbox' clock
 * @param triggered how often it struck
 * @param passedOver how often it fitted and did not
 * @param isOver whether it never will again
 * @param outageEnds when an outage is over that it has begun
 */
public record RuleState(
        FaultRule rule, Instant since, long triggered, long passedOver, boolean isOver, Optional<Instant> outageEnds) {}
