package dev.darkroom.dialect.reapi;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.util.List;
import java.util.Optional;

/**
 * A valid submit request, with defaults filled in.
 *
 * @param price the price of all its images
 * @param nsfw the failure when moderation finds prohibited content; empty when moderation allows it
 * @param warnings warnings about fields without effect and about undocumented usage
 */
record GenerationRequest(
        Channel channel,
        String prompt,
        References references,
        ImageSpec image,
        int count,
        Credits price,
        Optional<Outcome.Fails> nsfw,
        List<String> warnings)
        implements ImageRequest {

    @Override
    public Optional<Outcome.Fails> moderated(ModerationTrigger finding) {
        return nsfw;
    }

    @Override
    public TaskSpec spec(String baseUrl) {
        return new TaskSpec(
                ReApi.NAME,
                channel.model(),
                channel.model(),
                prompt,
                references,
                image,
                count,
                price,
                Optional.empty(),
                baseUrl);
    }
}
