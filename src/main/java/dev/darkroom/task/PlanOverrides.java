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
 * @param marks the rules and triggers that change the task
 * @param failures how the task fails with a given error code of its dialect; without a code, with the dialect's default
 *     code. The result is empty for an unknown code
 */
public record PlanOverrides(
        Outcome outcome,
        Optional<Progression> progression,
        Timing timing,
        StatusFault statusFault,
        boolean hasEarlyCallback,
        TaskMarks marks,
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
                TaskMarks.NONE,
                code -> Optional.empty());
    }

    public PlanOverrides with(Outcome outcome) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, marks, failures);
    }

    public PlanOverrides with(Progression progression) {
        return new PlanOverrides(
                outcome, Optional.of(progression), timing, statusFault, hasEarlyCallback, marks, failures);
    }

    public PlanOverrides with(Timing timing) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, marks, failures);
    }

    public PlanOverrides with(StatusFault statusFault) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, marks, failures);
    }

    public PlanOverrides withEarlyCallback() {
        return new PlanOverrides(outcome, progression, timing, statusFault, true, marks, failures);
    }

    public PlanOverrides withFailures(Function<Optional<String>, Optional<Outcome.Fails>> failures) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, marks, failures);
    }

    /** @param name the trigger, which precedes those that have been added */
    public PlanOverrides causedByTrigger(String name, TaskEffect effect) {
        return with(marks.withTrigger(new TaskMark(name, effect)));
    }

    public PlanOverrides causedByRule(String name, TaskEffect effect) {
        return with(marks.withRule(new TaskMark(name, effect)));
    }

    /** Whether the prompt has a trigger that changes the task. */
    public boolean haveTrigger() {
        return !marks.triggers().isEmpty();
    }

    /**
     * The task fails.
     *
     * @param code as for {@link #failures}; an unknown one changes nothing
     */
    public PlanOverrides failing(Optional<String> code) {
        return failures.apply(code).map(this::with).orElse(this);
    }

    /** The same overrides, with the outcome changed by the effects of the marks. */
    PlanOverrides withAdjustedOutcome() {
        return with(marks.adjust(outcome));
    }

    private PlanOverrides with(TaskMarks marks) {
        return new PlanOverrides(outcome, progression, timing, statusFault, hasEarlyCallback, marks, failures);
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
