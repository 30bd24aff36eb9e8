package dev.darkroom.dialect.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.api.ImageRequest;
import dev.darkroom.chaos.ModerationTrigger;
import dev.darkroom.http.json.Json;
import dev.darkroom.image.References;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.WebhookEvents;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A valid request for a response, with its defaults filled in.
 *
 * @param isEdit whether images are edited
 * @param isBackground whether the client polls the response
 * @param webhookEvents the events and the attempts of webhooks
 * @param repeated the parts of the request that the response repeats
 */
record ResponseJob(
        ApiProfile api,
        String modelName,
        Model model,
        String prompt,
        References references,
        ImageOptions options,
        Tokens tokens,
        boolean isEdit,
        boolean isBackground,
        WebhookEvents webhookEvents,
        ObjectNode repeated)
        implements ImageRequest {

    @Override
    public TaskSpec spec(String baseUrl) {
        TaskSpec spec = new TaskSpec(
                api.dialect(),
                modelName,
                model.snapshot().wireName(),
                prompt,
                references,
                options.spec(),
                1,
                model.generation().price(tokens),
                Optional.empty(),
                baseUrl,
                storedRequest(),
                Optional.empty());
        return isBackground ? spec.withWebhooks(webhookEvents) : spec;
    }

    /** What {@link StoredResponse} reads. */
    private String storedRequest() {
        ObjectNode stored = Json.object()
                .put("edit", isEdit)
                .put("background", isBackground)
                .put("partial_images", options.partialImages())
                .put("text_tokens", tokens.text())
                .put("image_tokens", tokens.imageIn())
                .put("output_tokens", tokens.output());
        stored.set("request", repeated);
        return new String(Json.write(stored), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Outcome.Fails> moderated(ModerationTrigger trigger) {
        return Optional.of(api.errors().moderated(ModerationDetails.of(trigger)));
    }
}
