package dev.darkroom.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What will become of a task: its status is a function of its plan and an instant.
 *
 * @param startsAt when it leaves {@code pending}
 * @param endsAt when it is finished; not before {@code startsAt}
 * @param outcome how
 */
public record Plan(Instant startsAt, Instant endsAt, Outcome outcome) {

    public Plan {
        if (endsAt.isBefore(startsAt)) {
            throw new IllegalArgumentException("a task cannot end at " + endsAt + " and start at " + startsAt);
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

    /** The next instant after {@code instant} at which the status changes; empty when it has ended. */
    public Optional<Instant> nextChangeAfter(Instant instant) {
        if (instant.isBefore(startsAt)) {
            return Optional.of(startsAt);
        }
        return instant.isBefore(endsAt) ? Optional.of(endsAt) : Optional.empty();
    }

    /** The same plan, delayed; what is past at {@code now} stays where it is. */
    public Plan delayed(Instant now, Duration delay) {
        return new Plan(startsAt.isAfter(now) ? startsAt.plus(delay) : startsAt, endsAt.plus(delay), outcome);
    }

    /** A plan that ends now, with another outcome. */
    public Plan endingAt(Instant now, Outcome outcome) {
        return new Plan(startsAt.isAfter(now) ? now : startsAt, now, outcome);
    }
}
