package dev.darkroom.task;

import dev.darkroom.time.Latency;
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
    Plan plan(Progression moves, Outcome outcome, Instant now, RandomGenerator random) {
        Instant startsAt = now.plus(pending.draw(random));
        Instant endsAt = startsAt.plus(processing.draw(random));
        if (moves instanceof Progression.Instantly) {
            return new Plan(now, now, outcome);
        }
        return moves instanceof Progression.Polls
                ? new Plan(Plan.NEVER, Plan.NEVER, outcome)
                : new Plan(startsAt, endsAt, outcome);
    }
}
