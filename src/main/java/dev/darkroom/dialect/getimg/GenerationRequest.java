package dev.darkroom.dialect.getimg;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.util.Optional;

/** A valid request for one image, with its defaults filled in. */
record GenerationRequest(String prompt, References references, ImageSpec image, Credits price) implements ImageRequest {

    @Override
    public TaskSpec spec(String baseUrl) {
        return new TaskSpec(
                GetImg.NAME, Model.ID, Model.ID, prompt, references, image, 1, price, Optional.empty(), baseUrl);
    }

    /** No field switches the content filter off. */
    @Override
    public Optional<Outcome.Fails> moderated(ModerationTrigger finding) {
        ErrorCode code = ErrorCode.CONTENT_POLICY_VIOLATION;
        return Optional.of(new Outcome.Fails(code.code(), code.message()));
    }
}
