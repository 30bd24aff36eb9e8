package dev.darkroom.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault in the status that a client sees.
 *
 * @param hiddenFor how long after its creation the task seems not to exist
 * @param flickers whether the status goes back once
 */
public record StatusFault(Duration hiddenFor, boolean flickers) {

    public static final StatusFault NONE = new StatusFault(Duration.ZERO, false);

    public StatusFault withHiddenFor(Duration duration) {
        return new StatusFault(duration, flickers);
    }

    public StatusFault withFlicker() {
        return new StatusFault(hiddenFor, true);
    }

    /** The fault in one task, and what its client has seen of the task so far. Most tasks have none. */
    static final class State {

        private final String name;
        private final Instant hiddenUntil;
        private boolean flickers;
        private TaskStatus reported = TaskStatus.PENDING;

        private State(String name, Instant hiddenUntil, boolean flickers) {
            this.name = name;
            this.hiddenUntil = hiddenUntil;
            this.flickers = flickers;
        }

        /** Null when no rule or trigger changed the task. */
        static State of(PlanOverrides overrides, Instant createdAt) {
            StatusFault fault = overrides.statusFault();
            return overrides
                    .fault()
                    .map(name -> new State(name, createdAt.plus(fault.hiddenFor()), fault.flickers()))
                    .orElse(null);
        }

        /** The rule or trigger that changed the task. */
        String name() {
            return name;
        }

        /** What the client sees; empty when the task seems not to exist. */
        Optional<TaskView> report(TaskView task, Instant now) {
            if (now.isBefore(hiddenUntil)) {
                return Optional.empty();
            }
            if (flickers && reported != TaskStatus.PENDING) {
                flickers = false;
                return Optional.of(task.withStatus(
                        reported == TaskStatus.PROCESSING ? TaskStatus.PENDING : TaskStatus.PROCESSING));
            }
            reported = task.status();
            return Optional.of(task);
        }
    }
}
