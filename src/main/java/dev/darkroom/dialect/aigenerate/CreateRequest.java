package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.image.References;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import java.util.List;
import java.util.Optional;

/**
 * A valid create request.
 *
 * @param param the request as the task's record repeats it
 * @param clientId the id that the client made up for the task
 * @param warnings about fields that have no effect
 */
record CreateRequest(
        Model model,
        String prompt,
        References references,
        ImageOptions options,
        Optional<String> callBackUrl,
        String param,
        Optional<String> clientId,
        List<String> warnings)
        implements ImageRequest {

    /** kie.ai's code for rejected content, with a text of Darkroom's own (inferred). */
    private static final Outcome.Fails NSFW = new Outcome.Fails(
            ErrorCode.BAD_REQUEST.code(), ErrorCode.BAD_REQUEST.text("Rejected by the content filter."));

    @Override
    public TaskSpec spec(String baseUrl) {
        return new TaskSpec(
                AiGenerate.NAME,
                model.slug(),
                model.mode(),
                prompt,
                references,
                options.image(),
                1,
                options.price(),
                callBackUrl,
                baseUrl,
                param,
                clientId);
    }

    @Override
    public List<String> retryWarnings(TaskView existing) {
        return RetryWarnings.of(param, existing);
    }

    @Override
    public Optional<Outcome.Fails> moderated(ModerationTrigger finding) {
        return options.isModerated() ? Optional.of(NSFW) : Optional.empty();
    }
}
