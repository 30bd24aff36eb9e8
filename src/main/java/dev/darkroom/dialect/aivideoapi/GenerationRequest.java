package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.access.ApiKey;
import dev.darkroom.dialect.Dialect;
import dev.darkroom.dialect.Triggered;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A create request for the one model, whose fields obey every rule of the page, with its defaults filled in. */
record GenerationRequest(
        String prompt,
        List<String> imageUrls,
        AspectRatio aspectRatio,
        Resolution resolution,
        boolean nsfwChecker,
        Optional<URI> callbackUrl) {

    /** The first cause of upstream_error on the page (seeds/001: Common Scenarios). */
    private static final Outcome.Fails NSFW =
            new Outcome.Fails(ErrorCode.UPSTREAM_ERROR.code(), "The input contains sensitive or prohibited content");

    private static final String TEXT_TO_IMAGE = GenerationRequestReader.MODEL + "-text-to-image";
    private static final String IMAGE_TO_IMAGE = GenerationRequestReader.MODEL + "-image-to-image";

    TaskSpec toSpec(PriceList prices, ImageSpecs images, ReferenceReader references, String baseUrl) {
        Credits price = prices.price(resolution);
        ImageSpec image = images.of(aspectRatio, resolution, !imageUrls.isEmpty());
        return new TaskSpec(
                AiVideoApi.NAME,
                GenerationRequestReader.MODEL,
                mode(),
                prompt,
                references.of(imageUrls),
                image,
                price,
                callbackUrl.map(URI::toString),
                baseUrl);
    }

    /** What the triggers in its prompt want; a task with something to hide fails unless nobody looks. */
    Triggered triggers(ApiKey key, Dialect dialect) {
        return Triggered.by(
                prompt,
                callbackUrl.map(URI::toString),
                key,
                dialect,
                nsfwChecker ? Optional.of(NSFW) : Optional.empty());
    }

    /** {@code output.metadata.model}: seeds/001 shows the first, the second is inferred. */
    private String mode() {
        return imageUrls.isEmpty() ? TEXT_TO_IMAGE : IMAGE_TO_IMAGE;
    }
}
