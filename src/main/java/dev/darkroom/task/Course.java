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
public record Course(
        Outcome outcome,
        Optional<Progression> progression,
        Pace pace,
        Optional<Mishap> mishap,
        boolean isEarly,
        Optional<String> fault) {

    /** That of a request that wants nothing special. */
    public static final Course USUAL = endingWith(new Outcome.Completes());

    public static Course endingWith(Outcome outcome) {
        return new Course(outcome, Optional.empty(), Pace.USUAL, Optional.empty(), false, Optional.empty());
    }

    public Course with(Outcome outcome) {
        return new Course(outcome, progression, pace, mishap, isEarly, fault);
    }

    public Course with(Progression progression) {
        return new Course(outcome, Optional.of(progression), pace, mishap, isEarly, fault);
    }

    public Course with(Pace pace) {
        return new Course(outcome, progression, pace, mishap, isEarly, fault);
    }

    public Course with(Mishap mishap) {
        return new Course(outcome, progression, pace, Optional.of(mishap), isEarly, fault);
    }

    public Course early() {
        return new Course(outcome, progression, pace, mishap, true, fault);
    }

    /** @param fault who wants it; whoever wanted something before is forgotten, for this may have undone it */
    public Course wantedBy(String fault) {
        return new Course(outcome, progression, pace, mishap, isEarly, Optional.of(fault));
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
    public record Pace(
            Optional<Latency> pending,
            Optional<Latency> processing,
            double factor,
            Optional<Duration> end,
            boolean stalls) {

        public static final Pace USUAL = new Pace(Optional.empty(), Optional.empty(), 1, Optional.empty(), false);

        public Pace withPending(Latency pending) {
            return new Pace(Optional.of(pending), processing, factor, end, stalls);
        }

        public Pace withProcessing(Latency processing) {
            return new Pace(pending, Optional.of(processing), factor, end, stalls);
        }

        public Pace withFactor(double factor) {
            return new Pace(pending, processing, factor, end, stalls);
        }

        public Pace withEnd(Duration end) {
            return new Pace(pending, processing, factor, Optional.of(end), stalls);
        }

        public Pace stalling() {
            return new Pace(pending, processing, factor, end, true);
        }

        /** The delay that this makes of another, at most the longest there is. */
        Duration apply(Duration delay) {
            if (factor == 1) {
                return delay;
            }
            double millis = delay.toMillis() * factor;
            return Duration.ofMillis(Math.min(Math.round(millis), Latency.LONGEST.toMillis()));
        }
    }
}
