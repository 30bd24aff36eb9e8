package dev.darkroom.dialect.openai;

import java.util.List;
import java.util.Optional;

/**
 * What differs between the APIs that share the readers of this package.
 *
 * @param dialect the name of its dialect
 * @param errors its error responses
 * @param defaultQuality the quality of a request that names none, or {@code auto}
 * @param formats the values of {@code output_format}
 * @param isLenient whether unknown parameters are ignored, and {@code response_format} works
 */
record ApiProfile(
        String dialect, OpenAiErrors errors, Quality defaultQuality, List<Format> formats, boolean isLenient) {

    /** Measured: the response to a request without a quality names {@code low} (providers/openai.md §3). */
    static ApiProfile openAi(String dialect, OpenAiErrors errors, OpenAiConfig.Profile profile) {
        boolean isRelay = profile == OpenAiConfig.Profile.RELAY;
        return new ApiProfile(dialect, errors, Quality.LOW, Format.ALL, isRelay);
    }

    /** Documented in providers/azure.md §3. */
    static ApiProfile azure(String dialect, OpenAiErrors errors) {
        return new ApiProfile(dialect, errors, Quality.HIGH, List.of(Format.PNG, Format.JPEG), false);
    }

    /** The model for a name in a request. Azure's deployments have any name, and this model. */
    Optional<Model> model(String name) {
        Optional<Model> model = Model.of(name);
        return model.isEmpty() && dialect.equals(Azure.NAME) ? Optional.of(Model.GPT_IMAGE_2) : model;
    }
}
