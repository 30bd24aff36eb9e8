package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.image.PixelSize;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.TaskSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A create request whose fields obey every rule of the page, with its defaults filled in. */
record GenerationRequest(
        String model,
        String prompt,
        List<String> imageUrls,
        AspectRatio aspectRatio,
        Resolution resolution,
        boolean nsfwChecker,
        Optional<URI> callbackUrl) {

    TaskSpec toSpec(PriceList prices, String baseUrl) {
        PixelSize size = aspectRatio.pixels(resolution).orElseThrow();
        Credits price = prices.price(resolution);
        return new TaskSpec(
                AiVideoApi.NAME, model, mode(), prompt, imageUrls.size(), size, price, callbackUrl, baseUrl);
    }

    /** {@code output.metadata.model}: seeds/001 shows the first, the second is inferred. */
    private String mode() {
        return model + (imageUrls.isEmpty() ? "-text-to-image" : "-image-to-image");
    }
}
