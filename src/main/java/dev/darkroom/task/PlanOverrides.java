package dev.darkroom.task;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to become of a task that is created.
 *
 * @param progression what shall move it; empty for what moves all tasks of the sandbox
 * @param pace how long it takes, as far as that is not as with all tasks of the sandbox
 * @param mishap what is told of it that is not so; empty when all is
 * @param isEarly whether its client shall be called back before it is told of it
 * @param fault who wants something unusual of it; empty when nobody does
 */
public record PlanOverrides(
        Outcome outcome,
        Optional<Progression> progression,
        Timing pace,
        Optional<StatusFault> mishap,
        boolean isEarly,
        Optional<String> fault) {

    /** That of a request that wants nothing special. */
    public static final PlanOverrides USUAL = endingWith(new Outcome.Completes());

    public static PlanOverrides endingWith(Outcome outcome) {
        return new PlanOverrides(outcome, Optional.empty(), Timing.USUAL, Optional.empty(), false, Optional.empty());
    }

    public PlanOverrides with(Outcome outcome) {
        return new PlanOverrides(outcome, progression, pace, mishap, isEarly, fault);
    }

    public PlanOverrides with(Progression progression) {
        return new PlanOverrides(outcome, Optional.of(progression), pace, mishap, isEarly, fault);
    }

    public PlanOverrides with(Timing pace) {
        return new PlanOverrides(outcome, progression, pace, mishap, isEarly, fault);
    }

    public PlanOverrides with(StatusFault mishap) {
        return new PlanOverrides(outcome, progression, pace, Optional.of(mishap), isEarly, fault);
    }

    public PlanOverrides early() {
        return new PlanOverrides(outcome, progression, pace, mishap, true, fault);
    }

    /** @param fault who wants it; whoever wanted something before is forgotten, for this may have undone it */
    public PlanOverrides wantedBy(String fault) {
        return new PlanOverrides(outcome, progression, pace, mishap, isEarly, Optional.of(fault));
    }

    /**
     * How long a task takes.
     *
     * @param pending how long it waits; empty for as long as all tasks of the sandbox
     * @param processing the same for how long it develops
     * @param factor so many times as long as that
     * @param end when it ends whatever else is said, counted from its creation
     * @param stalls it never ends
     */
    public record Timing(
            Optional<Latency> pending,
            Optional<Latency> processing,
            double factor,
            Optional<Duration> end,
            boolean stalls) {

        public static final Timing USUAL = new Timing(Optional.empty(), Optional.empty(), 1, Optional.empty(), false);

        public Timing withPending(Latency pending) {
            return new Timing(Optional.of(pending), processing, factor, end, stalls);
        }

        public Timing withProcessing(Latency processing) {
            return new Timing(pending, Optional.of(processing), factor, end, stalls);
        }

        public Timing withFactor(double factor) {
            return new Timing(pending, processing, factor, end, stalls);
        }

        public Timing withEnd(Duration end) {
            return new Timing(pending, processing, factor, Optional.of(end), stalls);
        }

        public Timing stalling() {
            return new Timing(pending, processing, factor, end, true);
        }

        /** The delay that this makes of another, at most the longest there is. */
        Duration apply(Duration delay) {
            if (factor == 1) {
                return delay;
            }
            double millis = delay.toMillis() * factor;
            return Duration.ofMillis(Math.min(Math.round(millis), Latency.MAX.toMillis()));
        }
    }
}
