package dev.darkroom.task;

import dev.darkroom.image.ImageFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task at one instant.
 *
 * @param publicId the id for clients, see {@link PublicId}
 * @param seed the sandbox's seed when the task was created
 * @param heldAt when the task was put on hold; empty when it is not on hold
 * @param plan when and how it ends or, once it is finished, ended
 * @param isEndedByHand whether the control API ended it
 * @param fault the names of the rules and triggers whose effect on the task applies; empty if none does
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
        boolean isEndedByHand,
        Optional<String> fault) {

    /** The same task with another status. */
    TaskView withStatus(TaskStatus status) {
        return new TaskView(id, publicId, seed, spec, createdAt, status, heldAt, plan, isEndedByHand, fault);
    }

    public boolean isHeld() {
        return heldAt.isPresent();
    }

    /** When it was or will be finished. */
    public Instant finishedAt() {
        return plan.endsAt();
    }

    /** How many images its client gets: none before it is completed, or if a fault removes them. */
    public int imageCount() {
        boolean hasOutput = status == TaskStatus.COMPLETED
                && plan.outcome() instanceof Outcome.Completes completes
                && completes.hasOutput();
        return hasOutput ? spec.count() : 0;
    }

    /**
     * The facts that one of its images is drawn from.
     *
     * @param taskId the task's id, as the client knows it
     * @param index from 0, less than {@link TaskSpec#count()}
     */
    public ImageFacts facts(String taskId, int index) {
        return new ImageFacts(
                taskId,
                index,
                spec.count(),
                spec.model(),
                spec.mode(),
                spec.prompt(),
                spec.image(),
                spec.references(),
                seed,
                finishedAt(),
                ImageFacts.FINISHED);
    }
}
