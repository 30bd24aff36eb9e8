package dev.darkroom.dialect.openai;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.image.References;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.util.Optional;

/**
 * A valid request for images, with its defaults filled in.
 *
 * @param modelName the model, or Azure's deployment, as the client named it
 * @param returnsUrls whether the response has URLs instead of the images, as some relays offer
 */
record ImageJob(
        ApiProfile api,
        Model model,
        String modelName,
        String prompt,
        References references,
        ImageOptions options,
        Tokens tokens,
        boolean returnsUrls)
        implements ImageRequest {

    @Override
    public TaskSpec spec(String baseUrl) {
        return new TaskSpec(
                api.dialect(),
                modelName,
                model.snapshot().wireName(),
                prompt,
                references,
                options.spec(),
                options.count(),
                model.generation().price(tokens),
                Optional.empty(),
                baseUrl);
    }

    /** The parameter {@code moderation} can lower moderation, and cannot switch it off. */
    @Override
    public Optional<Outcome.Fails> moderated(ModerationTrigger trigger) {
        return Optional.of(api.errors().moderated(ModerationDetails.of(trigger)));
    }
}
