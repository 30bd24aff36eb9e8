package dev.darkroom.task;

import dev.darkroom.image.ImageFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task as it stood at one instant.
 *
 * @param publicId as {@link PublicId} has it
 * @param seed of its sandbox when it was created
 * @param heldAt since when its time stands still; empty when it does not
 * @param plan what becomes of it; once it is finished, what became of it
 * @param fault who wanted something unusual of it; empty when nobody did
 */
public record TaskView(
        UUID id,
        UUID publicId,
        long seed,
        TaskSpec spec,
        Instant createdAt,
        TaskStatus status,
        Optional<Instant> heldAt,
        Plan plan,
        Optional<String> fault) {

    /** The same task, as if it stood elsewhere. */
    TaskView seenAs(TaskStatus other) {
        return new TaskView(id, publicId, seed, spec, createdAt, other, heldAt, plan, fault);
    }

    public boolean held() {
        return heldAt.isPresent();
    }

    /** When it was or will be finished. */
    public Instant finishedAt() {
        return plan.endsAt();
    }

    /**
     * What one of its pictures is drawn from.
     *
     * @param name what its client calls it
     * @param index from 0, less than their count
     */
    public ImageFacts facts(String name, int index) {
        return new ImageFacts(
                name,
                index,
                spec.count(),
                spec.model(),
                spec.mode(),
                spec.prompt(),
                spec.image(),
                spec.references(),
                seed,
                finishedAt());
    }
}
