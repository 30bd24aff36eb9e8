package dev.darkroom.api;

import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import java.util.List;
import java.util.Optional;

/** A valid create request, with its defaults filled in. */
public interface ImageRequest {

    /** @param baseUrl the base of image URLs, as the client reaches the server */
    TaskSpec spec(String baseUrl);

    /**
     * How the task fails if content moderation rejects it; empty if the request is not moderated.
     *
     * @param finding what moderation found
     */
    default Optional<Outcome.Fails> moderated(ModerationTrigger finding) {
        return Optional.empty();
    }

    /**
     * Warnings about this request, which is a retry.
     *
     * @param existing the task that the first request created
     */
    default List<String> retryWarnings(TaskView existing) {
        return List.of();
    }

    /** Warnings about valid parts of the request that do not have the effect that its author seems to expect. */
    default List<String> warnings() {
        return List.of();
    }
}
