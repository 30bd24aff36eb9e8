package dev.darkroom.task;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How the tasks of a sandbox go.
 *
 * @param progression what moves them
 * @param pending how long one waits, as far as time moves it
 * @param processing how long it develops after that
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

    /** What becomes of a task that is created now. However it is moved, as much is drawn. */
    Plan plan(PlanOverrides course, Instant now, RandomGenerator random) {
        PlanOverrides.Timing pace = course.pace();
        Duration waits = pace.apply(pace.pending().orElse(pending).draw(random));
        Duration takes = pace.apply(pace.processing().orElse(processing).draw(random));
        return plan(moves(course), course.outcome(), now, now.plus(waits), takes)
                .within(pace, now);
    }

    /** A task that never ends is not moved by polls, for the last of them would end it. */
    Progression moves(PlanOverrides course) {
        Progression moves = course.progression().orElse(progression);
        return course.pace().stalls() && moves instanceof Progression.Polls ? Progression.TIMED : moves;
    }

    private static Plan plan(Progression moves, Outcome outcome, Instant now, Instant startsAt, Duration takes) {
        if (moves instanceof Progression.Instantly) {
            return new Plan(now, now, outcome);
        }
        return moves instanceof Progression.Polls
                ? new Plan(Plan.NEVER, Plan.NEVER, outcome)
                : new Plan(startsAt, startsAt.plus(takes), outcome);
    }
}
