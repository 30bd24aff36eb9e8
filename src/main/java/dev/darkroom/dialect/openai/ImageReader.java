package dev.darkroom.dialect.openai;

import dev.darkroom.api.RequestReader;
import dev.darkroom.api.UnknownFields;
import dev.darkroom.api.error.ApiException;
import dev.darkroom.api.error.ErrorTexts;
import dev.darkroom.field.FieldReader;
import dev.darkroom.image.References;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the body of one request for images. If several parameters are wrong, the first one in this order is reported:
 * the model, unknown parameters, the prompt, the images to edit, then all others (measured, providers/openai.md §8.1).
 */
abstract class ImageReader implements RequestReader {

    /** The parameters that generations and edits have. */
    static final Set<String> COMMON_NAMES = Set.of(
            "prompt",
            "model",
            "n",
            "size",
            "quality",
            "background",
            "moderation",
            "output_format",
            "output_compression",
            "stream",
            "partial_images",
            "user",
            "safety_identifier");

    private static final int MAX_PROMPT = 32_000;
    private static final List<String> RESPONSE_FORMATS = List.of("url", "b64_json");
    private static final String RESPONSE_FORMAT = "response_format";

    /** The names of the same parameters in other APIs. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "aspect_ratio", "size",
            "resolution", "size",
            "format", "output_format",
            "image_urls", "images",
            "num_images", "n");

    private final ImageSettings settings;
    private final Optional<String> deployment;
    private ImageJob job;

    /** @param deployment the name in the path, which replaces the model */
    ImageReader(ImageSettings settings, Optional<String> deployment) {
        this.settings = settings;
        this.deployment = deployment;
    }

    /** The names of all parameters of the operation. */
    abstract Collection<String> names(Parameters parameters);

    /** Rejects a parameter that the operation does not have. */
    abstract ApiException unknown(Parameters parameters, String name);

    /** Reads the images to edit. */
    abstract References references(Parameters parameters);

    /** Rejects parameters that the model does not have. */
    void checkModelParameters(Parameters parameters, Model model, String name) {}

    ImageSettings settings() {
        return settings;
    }

    /** The request that {@link #read} has read. */
    ImageJob job() {
        return job;
    }

    @Override
    public List<String> warnings(FieldReader body) {
        Set<String> names = new HashSet<>(names(Parameters.of(body.object())));
        if (settings.api().isLenient()) {
            names.add(RESPONSE_FORMAT);
        }
        return new UnknownFields("the request", names, OTHER_NAMES).warnings(body.object());
    }

    /** The vendor limits images, not requests. */
    @Override
    public int rateUnits(Supplier<FieldReader> body) {
        try {
            return Parameters.of(body.get().object())
                    .integer("n", 1, ImageOptionsReader.MAX_COUNT)
                    .orElse(1);
        } catch (ApiException invalid) {
            return 1;
        }
    }

    @Override
    public String model(FieldReader body) {
        if (deployment.isPresent()) {
            return deployment.get();
        }
        Parameters parameters = Parameters.of(body.object());
        return parameters.string("model").orElseThrow(() -> parameters.missing("model"));
    }

    @Override
    public ImageJob read(FieldReader body) {
        String name = model(body);
        Model model =
                settings.api().model(name).orElseThrow(() -> settings.errors().unknownModel(name));
        Parameters parameters = Parameters.of(body.object());
        checkNames(parameters);
        String prompt = prompt(parameters);
        References references = references(parameters);
        ImageOptions options =
                new ImageOptionsReader(settings.api(), model, settings.allowsTransparency()).read(parameters);
        checkModelParameters(parameters, model, name);
        parameters.string("user");
        parameters.string("safety_identifier");
        boolean returnsUrls = settings.api().isLenient()
                && parameters
                        .choice(RESPONSE_FORMAT, RESPONSE_FORMATS, value -> value)
                        .filter("url"::equals)
                        .isPresent();
        Tokens tokens = settings.tokens(model, prompt, references.count(), options);
        job = new ImageJob(settings.api(), model, name, prompt, references, options, tokens, returnsUrls);
        return job;
    }

    private void checkNames(Parameters parameters) {
        if (settings.api().isLenient()) {
            return;
        }
        Collection<String> names = names(parameters);
        for (String name : parameters.object().names()) {
            if (!names.contains(name)) {
                throw unknown(parameters, name);
            }
        }
    }

    static ApiException unknownParameter(String name) {
        String quoted = ErrorTexts.quoted(name);
        return ErrorCode.UNKNOWN_PARAMETER
                .about(quoted, "Unknown parameter: '" + quoted + "'.")
                .toException();
    }

    /** The text for an empty prompt is inferred. */
    private static String prompt(Parameters parameters) {
        String prompt = parameters.requiredString("prompt");
        if (prompt.isEmpty()) {
            throw ErrorCode.EMPTY_STRING
                    .about(
                            "prompt",
                            "Invalid 'prompt': empty string. Expected a string with minimum length 1, but got an empty"
                                    + " string instead.")
                    .toException();
        }
        int length = prompt.codePointCount(0, prompt.length());
        if (length > MAX_PROMPT) {
            throw ImageErrors.tooLong("prompt", MAX_PROMPT, length);
        }
        return prompt;
    }
}
