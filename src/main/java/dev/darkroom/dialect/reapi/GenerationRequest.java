package dev.darkroom.dialect.reapi;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.util.List;
import java.util.Optional;

/**
 * A submit whose fields obey every rule of its channel, with their defaults filled in.
 *
 * @param price of all its pictures
 * @param nsfw how it fails when something is found in its content; empty when that is let pass
 * @param warnings what of it does nothing, or is on no page
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
