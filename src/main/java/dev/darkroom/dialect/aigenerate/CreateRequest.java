package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.ImageRequest;
import dev.darkroom.image.References;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A create request whose fields obey every rule of its model.
 *
 * @param param what its task says that was asked for
 * @param warnings of what will not do what its author seems to expect
 */
record CreateRequest(
        Model model,
        String prompt,
        References references,
        Wanted wanted,
        Optional<URI> callBackUrl,
        String param,
        List<String> warnings)
        implements ImageRequest {

    /** The code is kie.ai's for what it refuses to draw, the text is Darkroom's (inferred). */
    private static final Outcome.Fails NSFW = new Outcome.Fails(
            ErrorCode.BAD_REQUEST.code(), ErrorCode.BAD_REQUEST.text("The content checker let it not pass."));

    @Override
    public TaskSpec spec(String baseUrl) {
        return new TaskSpec(
                AiGenerate.NAME,
                model.slug(),
                model.mode(),
                prompt,
                references,
                wanted.image(),
                1,
                wanted.price(),
                callBackUrl.map(URI::toString),
                baseUrl,
                param);
    }

    @Override
    public Optional<Outcome.Fails> nsfw() {
        return wanted.isChecked() ? Optional.of(NSFW) : Optional.empty();
    }
}
