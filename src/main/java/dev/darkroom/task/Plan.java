package dev.darkroom.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a task starts, when it ends, and how: its status is a function of its plan and an instant.
 *
 * @param startsAt when it leaves {@code pending}; {@link #NEVER} when time does not change the status
 * @param endsAt when it is finished; not before {@code startsAt}
 * @param outcome how it ends
 */
public record Plan(Instant startsAt, Instant endsAt, Outcome outcome) {

    /** The instant of a change that time alone does not cause. */
    public static final Instant NEVER = Instant.MAX;

    public Plan {
        if (endsAt.isBefore(startsAt)) {
            throw new IllegalArgumentException("a task cannot end at " + endsAt + ", before it starts at " + startsAt);
        }
    }

    public TaskStatus statusAt(Instant instant) {
        if (instant.isBefore(startsAt)) {
            return TaskStatus.PENDING;
        }
        if (instant.isBefore(endsAt)) {
            return TaskStatus.PROCESSING;
        }
        return outcome instanceof Outcome.Fails ? TaskStatus.FAILED : TaskStatus.COMPLETED;
    }

    /** The next instant after {@code instant} at which the status changes; empty when time will not change it. */
    public Optional<Instant> nextChangeAfter(Instant instant) {
        Instant next = instant.isBefore(startsAt) ? startsAt : endsAt;
        return instant.isBefore(next) && !next.equals(NEVER) ? Optional.of(next) : Optional.empty();
    }

    /** The same plan, delayed; instants before {@code now} stay where they are. */
    public Plan delayed(Instant now, Duration delay) {
        return new Plan(
                startsAt.isAfter(now) ? postponed(startsAt, delay) : startsAt, postponed(endsAt, delay), outcome);
    }

    /** The same plan, with the end that the timing demands. */
    Plan adjusted(PlanOverrides.Timing timing, Instant now) {
        if (timing.stalls()) {
            return new Plan(startsAt, NEVER, outcome);
        }
        return timing.end().map(end -> endingAt(now.plus(end), outcome)).orElse(this);
    }

    /** The same plan, with the next status reached now. */
    public Plan withNextStatusAt(Instant now) {
        return startsAt.isAfter(now) ? new Plan(now, endsAt, outcome) : endingAt(now, outcome);
    }

    /** A plan that ends now, with another outcome. */
    public Plan endingAt(Instant now, Outcome outcome) {
        return new Plan(startsAt.isAfter(now) ? now : startsAt, now, outcome);
    }

    private static Instant postponed(Instant instant, Duration delay) {
        return instant.equals(NEVER) ? NEVER : instant.plus(delay);
    }
}
