package dev.darkroom.dialect.openai;

import dev.darkroom.api.error.ApiException;
import dev.darkroom.image.References;
import java.util.Collection;
import java.util.Optional;

/** Reads the body of a request for new images (providers/openai.md §3). */
final class GenerationReader extends ImageReader {

    GenerationReader(ImageSettings settings, Optional<String> deployment) {
        super(settings, deployment);
    }

    @Override
    Collection<String> names(Parameters parameters) {
        return COMMON_NAMES;
    }

    @Override
    ApiException unknown(Parameters parameters, String name) {
        return unknownParameter(name);
    }

    @Override
    References references(Parameters parameters) {
        return References.NONE;
    }
}
