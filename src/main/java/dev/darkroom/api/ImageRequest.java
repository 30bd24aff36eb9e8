package dev.darkroom.api;

import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.util.List;
import java.util.Optional;

/** A create request that obeys every rule of its API, with its defaults filled in. */
public interface ImageRequest {

    /** @param baseUrl where its client reaches the server */
    TaskSpec spec(String baseUrl);

    /** How its task fails when a checker of content finds something; empty when nothing is checked. */
    default Optional<Outcome.Fails> nsfw() {
        return Optional.empty();
    }

    /** What of it will not do what its author seems to expect, though it is right: one sentence each. */
    default List<String> warnings() {
        return List.of();
    }
}
