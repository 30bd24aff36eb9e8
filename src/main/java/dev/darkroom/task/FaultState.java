package dev.darkroom.task;

import java.time.Instant;
import java.util.Optional;

/** The faults in one task, and what its client has seen of the task so far. Most tasks have no faults. */
final class FaultState {

    private final TaskMarks marks;
    private final boolean isTimed;
    private final Instant hiddenUntil;
    private boolean flickers;
    private boolean isEndedByHand;
    private TaskStatus reported = TaskStatus.PENDING;

    private FaultState(PlanOverrides overrides, Instant createdAt) {
        this.marks = overrides.marks();
        this.isTimed = overrides
                .progression()
                .filter(p -> p instanceof Progression.Instantly || p instanceof Progression.Polls)
                .isEmpty();
        StatusFault fault = overrides.statusFault();
        this.hiddenUntil = fault.isPolled() ? createdAt.plus(fault.hiddenFor()) : createdAt;
        this.flickers = fault.isPolled() && fault.flickers();
    }

    /**
     * Null when no rule or trigger changes the task.
     *
     * @param overrides as {@link Lifecycle#resolve} returns them
     */
    static FaultState of(PlanOverrides overrides, Instant createdAt) {
        return overrides.marks().isEmpty() ? null : new FaultState(overrides, createdAt);
    }

    /** The rules and triggers whose effect on the task applies now; empty if none does. */
    Optional<String> names(Outcome outcome, Instant now) {
        return marks.names(effect -> switch (effect) {
            case FAILURE, NO_REFUND -> outcome instanceof Outcome.Fails;
            case NO_OUTPUT -> outcome instanceof Outcome.Completes;
            case SLOWNESS -> isTimed && !isEndedByHand;
            case STALL, EARLY_CALLBACK -> !isEndedByHand;
            case AMNESIA -> now.isBefore(hiddenUntil);
            case FLICKER -> flickers;
        });
    }

    /** The outcome of a task that the control API ends. */
    Outcome endByHand(Outcome outcome) {
        isEndedByHand = true;
        return marks.adjust(outcome);
    }

    /** What the client sees. */
    PollResult report(TaskView task, Instant now) {
        PollResult result = peek(task, now);
        if (isFlickering()) {
            flickers = isHidden(now);
        } else if (!isHidden(now)) {
            reported = task.status();
        }
        return result;
    }

    /** What {@link #report} would return. */
    PollResult peek(TaskView task, Instant now) {
        if (isHidden(now)) {
            return new PollResult(Optional.empty(), task.fault());
        }
        TaskStatus earlier = reported == TaskStatus.PROCESSING ? TaskStatus.PENDING : TaskStatus.PROCESSING;
        return new PollResult(Optional.of(isFlickering() ? task.withStatus(earlier) : task), task.fault());
    }

    private boolean isHidden(Instant now) {
        return now.isBefore(hiddenUntil);
    }

    private boolean isFlickering() {
        return flickers && reported != TaskStatus.PENDING;
    }
}
