package dev.darkroom.task;

import java.time.Instant;
import java.util.UUID;

/**
 * A task as it stood at one instant.
 *
 * @param held whether its time stands still
 * @param plan what becomes of it; once it is finished, what became of it
 */
public record TaskView(UUID id, TaskSpec spec, Instant createdAt, TaskStatus status, boolean held, Plan plan) {

    /** When it was or will be finished. */
    public Instant finishedAt() {
        return plan.endsAt();
    }
}
