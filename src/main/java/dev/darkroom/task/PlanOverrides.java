package dev.darkroom.task;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one task differs from the other tasks of its sandbox. A request, its triggers and the fault rules decide it.
 *
 * @param outcome how the task ends
 * @param progression what changes its status; empty for the sandbox's own progression
 * @param timing how long it takes
 * @param statusFault the fault in the status that its client sees
 * @param hasEarlyCallback whether its callback arrives before the response to its create request
 * @param fault the name of the rule or trigger that changed the task; empty when none did
 * @param failures how the task fails with a given error code of its dialect; without a code, with the dialect's default
 *     code. The result is empty for an unknown code
 */
public record PlanOverrides(
        Outcome outcome,
        Optional<Progression> progression,
        Timing timing,
        StatusFault statusFault,
        boolean hasEarlyCallback,
        Optional<String> fault,
        Function<Optional<String>, Optional<Outcome.Fails>> failures) {

    /** The task completes like any other. */
    public static final PlanOverrides NONE = endingWith(new Outcome.Completes());

    public static PlanOverrides endingWith(Outcome outcome) {
        return new PlanOverrides(
                outcome,
                Optional.empty(),
                Timing.DEFAULT,
                StatusFault.NONE,
                false,
                Optional.empty(),
                code -> Optional.empty());
    }

    public PlanOverrides with(Outcome outcome) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, fault, failures);
    }

    public PlanOverrides with(Progression progression) {
        return new PlanOverrides(
                outcome, Optional.of(progression), timing, statusFault, hasEarlyCallback, fault, failures);
    }

    public PlanOverrides with(Timing timing) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, fault, failures);
    }

    public PlanOverrides with(StatusFault statusFault) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, fault, failures);
    }

    public PlanOverrides withEarlyCallback() {
        return new PlanOverrides(outcome, progression, timing, statusFault, true, fault, failures);
    }

    public PlanOverrides withFailures(Function<Optional<String>, Optional<Outcome.Fails>> failures) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, fault, failures);
    }

    /** @param fault the rule or trigger; it replaces an earlier one, whose effect it may have undone */
    public PlanOverrides causedBy(String fault) {
        return new PlanOverrides(
                outcome, progression, timing, statusFault, hasEarlyCallback, Optional.of(fault), failures);
    }

    /**
     * The task fails. If it was to fail without a refund, it still does.
     *
     * @param code as for {@link #failures}; an unknown one changes nothing
     */
    public PlanOverrides failing(Optional<String> code) {
        PlanOverrides failing = failures.apply(code).map(this::with).orElse(this);
        return outcome instanceof Outcome.Fails fails && !fails.isRefunded() ? failing.withoutRefund() : failing;
    }

    /** If the task fails, its credits are not refunded. */
    public PlanOverrides withoutRefund() {
        return outcome instanceof Outcome.Fails fails ? with(fails.withoutRefund()) : this;
    }

    /**
     * How long a task takes.
     *
     * @param pending how long it is pending; empty for the sandbox's own latency
     * @param processing how long it is processed; empty for the sandbox's own latency
     * @param factor multiplies both
     * @param end when the task ends, counted from its creation; it replaces all of the above
     * @param stalls whether the task never ends
     */
    public record Timing(
            Optional<Latency> pending,
            Optional<Latency> processing,
            double factor,
            Optional<Duration> end,
            boolean stalls) {

        /** The sandbox's own timing. */
        public static final Timing DEFAULT = new Timing(Optional.empty(), Optional.empty(), 1, Optional.empty(), false);

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

        /** The delay times the factor, at most {@link Latency#MAX}. */
        Duration scale(Duration delay) {
            if (factor == 1) {
                return delay;
            }
            double millis = delay.toMillis() * factor;
            return Duration.ofMillis(Math.min(Math.round(millis), Latency.MAX.toMillis()));
        }
    }
}
