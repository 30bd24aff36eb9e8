package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.util.List;
import java.util.Optional;

/** A valid create request, with defaults filled in. The page documents a single model. */
record GenerationRequest(
        String prompt,
        References references,
        ImageSpec image,
        Credits price,
        boolean nsfwChecker,
        Optional<String> callbackUrl,
        List<String> warnings)
        implements ImageRequest {

    /** The first cause that the page lists for {@code upstream_error} (seeds/001: Common Scenarios). */
    private static final Outcome.Fails NSFW =
            new Outcome.Fails(ErrorCode.UPSTREAM_ERROR.code(), "The input contains sensitive or prohibited content");

    private static final String TEXT_TO_IMAGE = GenerationRequestReader.MODEL + "-text-to-image";
    private static final String IMAGE_TO_IMAGE = GenerationRequestReader.MODEL + "-image-to-image";

    @Override
    public TaskSpec spec(String baseUrl) {
        return new TaskSpec(
                AiVideoApi.NAME,
                GenerationRequestReader.MODEL,
                mode(),
                prompt,
                references,
                image,
                1,
                price,
                callbackUrl,
                baseUrl);
    }

    /** {@code [[nsfw]]} fails the task unless {@code nsfw_checker} is false. */
    @Override
    public Optional<Outcome.Fails> moderated(ModerationTrigger finding) {
        return nsfwChecker ? Optional.of(NSFW) : Optional.empty();
    }

    /** The value of {@code output.metadata.model}. seeds/001 shows the image-to-image one; the other is inferred. */
    private String mode() {
        return references.count() == 0 ? TEXT_TO_IMAGE : IMAGE_TO_IMAGE;
    }
}
