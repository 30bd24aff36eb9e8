package dev.darkroom.dialect.openai;

import dev.darkroom.http.BodyLimit;
import dev.darkroom.http.BodyLimits;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The size limit of forms with images to edit (providers/openai.md §4). */
@Singleton
class FormLimits implements BodyLimits {

    private static final String EDITS = "/images/edits";

    /** All images, and as much again as one of them for the mask and the texts. */
    private static final BodyLimit LIMIT = new BodyLimit(
            (UploadedImages.MAX_IMAGES + 1) * UploadedImages.MAX_BYTES,
            UploadedImages.MAX_IMAGES + " images and a mask");

    @Override
    public Optional<BodyLimit> of(String path) {
        return Optional.empty();
    }

    @Override
    public Optional<BodyLimit> ofForms(String path) {
        boolean isOwn = path.startsWith("/" + OpenAi.NAME + "/") || path.startsWith("/" + Azure.NAME + "/");
        return isOwn && path.endsWith(EDITS) ? Optional.of(LIMIT) : Optional.empty();
    }
}
