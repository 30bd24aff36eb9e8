package dev.darkroom.task;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How the tasks of a sandbox develop.
 *
 * @param progression what changes their status
 * @param pending how long a task is pending, if time changes its status
 * @param processing how long it is processed after that, if time changes its status
 */
public record Lifecycle(Progression progression, Latency pending, Latency processing) {

    public Lifecycle withProgression(Progression progression) {
        return new Lifecycle(progression, pending, processing);
    }

    public Lifecycle withPending(Latency pending) {
        return new Lifecycle(progression, pending, processing);
    }

    public Lifecycle withProcessing(Latency processing) {
        return new Lifecycle(progression, pending, processing);
    }

    /**
     * Adds the progression of the task to its overrides, and adjusts its outcome to the faults that change it. The
     * status of a task that never ends changes with time, because polls would end it.
     */
    public PlanOverrides resolve(PlanOverrides overrides) {
        Progression chosen = overrides.progression().orElse(progression);
        return overrides
                .with(overrides.timing().stalls() && chosen instanceof Progression.Polls ? Progression.TIMED : chosen)
                .withAdjustedOutcome();
    }

    /**
     * Plans a task that is created now. Every progression draws the same number of random values, so that one task does
     * not change the latencies of the next.
     *
     * @param overrides as {@link #resolve} returns them
     */
    public Plan plan(PlanOverrides overrides, Instant now, RandomGenerator random) {
        PlanOverrides.Timing timing = overrides.timing();
        Duration pendingTime = timing.scale(timing.pending().orElse(pending).draw(random));
        Duration processingTime =
                timing.scale(timing.processing().orElse(processing).draw(random));
        return plan(
                        overrides.progression().orElse(progression),
                        overrides.outcome(),
                        now,
                        now.plus(pendingTime),
                        processingTime)
                .adjusted(timing, now);
    }

    private static Plan plan(
            Progression progression, Outcome outcome, Instant now, Instant startsAt, Duration processingTime) {
        if (progression instanceof Progression.Instantly) {
            return new Plan(now, now, outcome);
        }
        return progression instanceof Progression.Polls
                ? new Plan(Plan.NEVER, Plan.NEVER, outcome)
                : new Plan(startsAt, startsAt.plus(processingTime), outcome);
    }
}
