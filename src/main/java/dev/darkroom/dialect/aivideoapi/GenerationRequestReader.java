package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.DataUris;
import dev.darkroom.api.ImageRequest;
import dev.darkroom.api.RequestContext;
import dev.darkroom.api.RequestReader;
import dev.darkroom.api.UnknownFields;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.AutoRatio;
import dev.darkroom.api.image.ReferenceSizes;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import dev.darkroom.field.ObjectValue;
import dev.darkroom.http.Forwarded;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.image.ReferenceReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and checks the body of {@code POST /v1/images/generations} (seeds/001: Request Body, Input Parameters). It
 * reports the first error in this order: {@code model}, {@code input}, the fields of {@code input} in the page's order,
 * {@code callback_url}. It does not check whether the model exists; the submission checks do.
 */
@Singleton
class GenerationRequestReader implements RequestReader {

    static final String MODEL = "gpt-image-2";
    static final int MAX_PROMPT = 20_000;
    static final int MAX_IMAGES = 16;

    private static final List<String> ASPECT_RATIOS = List.of(AspectRatio.NAMES.split(", "));
    private static final List<String> RESOLUTIONS = List.of(Resolution.NAMES.split(", "));

    private static final Set<String> INPUT_FIELDS =
            Set.of("prompt", "image_urls", "aspect_ratio", "resolution", "nsfw_checker");
    private static final Set<String> BODY_FIELDS = Set.of("model", "input", "callback_url");
    private static final Set<String> FLAT_FIELDS = Set.of(
            "model", "input", "callback_url", "prompt", "image_urls", "aspect_ratio", "resolution", "nsfw_checker");

    /** The parameters of OpenAI's requests that this API does not have. */
    private static final Set<String> OPENAI_FIELDS = Set.of(
            "n",
            "size",
            "quality",
            "background",
            "moderation",
            "output_format",
            "output_compression",
            "stream",
            "partial_images",
            "response_format",
            "user");

    /** The fields that OpenAI's requests do not have. */
    private static final Set<String> OWN_FIELDS =
            Set.of("callback_url", "image_urls", "aspect_ratio", "resolution", "nsfw_checker");

    /** Names that OpenAI and other vendors of the same model use for these fields. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("size", "aspect_ratio"),
            Map.entry("ratio", "aspect_ratio"),
            Map.entry("quality", "resolution"),
            Map.entry("image", "image_urls"),
            Map.entry("images", "image_urls"),
            Map.entry("input_urls", "image_urls"),
            Map.entry("image_input", "image_urls"),
            Map.entry("moderation", "nsfw_checker"),
            Map.entry("nsfw", "nsfw_checker"),
            Map.entry("text", "prompt"),
            Map.entry("callBackUrl", "callback_url"),
            Map.entry("webhook", "callback_url"),
            Map.entry("webhook_url", "callback_url"));

    private static final UnknownFields UNKNOWN_IN_BODY =
            new UnknownFields("the request body", BODY_FIELDS, suggestionsForBody(ALIASES));
    private static final UnknownFields UNKNOWN_IN_INPUT = new UnknownFields("input", INPUT_FIELDS, ALIASES);
    private static final UnknownFields UNKNOWN_IN_FLAT_BODY =
            new UnknownFields("the request body", FLAT_FIELDS, ALIASES);

    private final AiVideoApiConfig config;
    private final ImageSpecs images;
    private final ReferenceReader references;
    private final AutoRatio autoRatio;
    private final AiVideoApiErrorResponses errors;

    GenerationRequestReader(
            AiVideoApi dialect,
            AiVideoApiConfig config,
            ImageSpecs images,
            ReferenceReader references,
            ReferenceSizes referenceSizes) {
        this.config = config;
        this.images = images;
        this.references = references;
        this.autoRatio = AutoRatio.of(AiVideoApi.NAME, "aspect_ratio", referenceSizes);
        this.errors = dialect.errors();
    }

    @Override
    public List<String> warnings(FieldReader body) {
        if (body.object().get("input") instanceof ObjectValue input) {
            List<String> warnings = new ArrayList<>(UNKNOWN_IN_BODY.warnings(body.object()));
            warnings.addAll(UNKNOWN_IN_INPUT.warnings(input));
            return warnings;
        }
        return (config.flatBody() ? UNKNOWN_IN_FLAT_BODY : UNKNOWN_IN_BODY).warnings(body.object());
    }

    /**
     * OpenAI has the same path, and its clients need not send anything that identifies them. Their requests have the
     * prompt at the top level, like a flat body here, and other parameters.
     */
    @Override
    public List<String> routingWarnings(RequestContext request, FieldReader body) {
        boolean isForOther = !body.contains("input")
                && body.has("prompt")
                && OPENAI_FIELDS.stream().anyMatch(body::contains)
                && OWN_FIELDS.stream().noneMatch(body::contains);
        boolean isChosen = PublicUrl.dialectPrefix(request.exchange()).isPresent()
                || request.dialect()
                        .profile()
                        .hosts()
                        .contains(Forwarded.host(request.exchange().request()));
        return isForOther && !isChosen
                ? List.of("This looks like a request to OpenAI, but it was answered as one to " + AiVideoApi.NAME
                        + "; use the base URL /openai/v1, or set darkroom.dialect=openai")
                : List.of();
    }

    /** Finds the field in {@code input} or at the top level. */
    @Override
    public Optional<String> peek(FieldReader body, String field) {
        boolean isInInput = body.object().get("input") instanceof ObjectValue input && input.contains(field);
        ObjectValue parent = isInInput ? (ObjectValue) body.object().get("input") : body.object();
        return parent.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String model(FieldReader body) {
        return body.string("model").filter(name -> !name.isEmpty()).orElseThrow(() -> body.missing("model"));
    }

    @Override
    public ImageRequest read(FieldReader body) {
        model(body);
        FieldReader input = body.section("input").orElseGet(() -> flatInput(body));
        String prompt = prompt(input);
        List<String> imageUrls = imageUrls(input);
        if (prompt.isEmpty() && imageUrls.isEmpty()) {
            throw errors.invalid("'prompt' or 'image_urls' is required.");
        }
        Optional<AspectRatio> requested = aspectRatio(input);
        Resolution resolution = resolution(input);
        checkAspectRatioAt4k(input, requested, resolution);
        AspectRatio ratio = requested.orElse(AspectRatio.AUTO);
        Optional<AutoRatio.Choice> choice = ratio == AspectRatio.AUTO && config.autoRatio()
                ? Optional.of(autoRatio.choose(prompt, imageUrls))
                : Optional.empty();
        return new GenerationRequest(
                prompt,
                references.retainUrls(imageUrls),
                images.of(choice.map(AutoRatio.Choice::ratio).orElse(ratio), resolution, !imageUrls.isEmpty()),
                config.prices().price(resolution),
                input.bool("nsfw_checker", true),
                callbackUrl(body),
                choice.map(AutoRatio.Choice::warning).stream().toList());
    }

    /** The whole body, when it has the input's fields at the top level. */
    private FieldReader flatInput(FieldReader body) {
        if (config.flatBody() && INPUT_FIELDS.stream().anyMatch(body::has)) {
            return body;
        }
        throw body.missing("input");
    }

    private static String prompt(FieldReader input) {
        String prompt = input.string("prompt").orElse("");
        int length = prompt.codePointCount(0, prompt.length());
        if (length > MAX_PROMPT) {
            throw input.error("prompt", new FieldError.TooLong(length, MAX_PROMPT));
        }
        return prompt;
    }

    private List<String> imageUrls(FieldReader input) {
        List<String> urls = input.strings("image_urls");
        DataUris dataUris = DataUris.ifSet(AiVideoApi.NAME, config.dataUris());
        if (urls.size() > MAX_IMAGES) {
            throw input.error("image_urls", new FieldError.TooMany(urls.size(), MAX_IMAGES));
        }
        for (int i = 0; i < urls.size(); i++) {
            String url = urls.get(i);
            if (!(dataUris.areAccepted() && DataUris.isDataUri(url)) && !HttpUrls.isUrl(url)) {
                throw input.invalid("image_urls[" + i + "]", dataUris.rule("It must be an http or https URL.", url));
            }
        }
        return urls;
    }

    private static Optional<AspectRatio> aspectRatio(FieldReader input) {
        return input.string("aspect_ratio").map(name -> AspectRatio.of(name)
                .orElseThrow(() -> input.error("aspect_ratio", new FieldError.NotOneOf(name, ASPECT_RATIOS))));
    }

    private static Resolution resolution(FieldReader input) {
        return input.string("resolution")
                .map(name -> Resolution.of(name)
                        .orElseThrow(() -> input.error("resolution", new FieldError.NotOneOf(name, RESOLUTIONS))))
                .orElse(Resolution.ONE_K);
    }

    /** "when resolution=4k, must be explicitly set (not auto) and limited to …" (seeds/001: Input Parameters). */
    private void checkAspectRatioAt4k(FieldReader input, Optional<AspectRatio> aspectRatio, Resolution resolution) {
        if (resolution == Resolution.FOUR_K
                && aspectRatio.flatMap(ratio -> ratio.pixels(resolution)).isEmpty()) {
            String hint = "With 'resolution' 4k, use one of: " + AspectRatio.NAMES_AT_4K + ".";
            throw aspectRatio.isEmpty()
                    ? errors.invalid("'aspect_ratio' is required. " + hint)
                    : input.invalid("aspect_ratio", hint);
        }
    }

    private static Optional<String> callbackUrl(FieldReader body) {
        return body.string("callback_url").map(url -> HttpUrls.read(url)
                .orElseThrow(() -> body.invalid("callback_url", "It must be an http or https URL.")));
    }

    /** Suggestions for a body with an {@code input}: a field that belongs there is suggested by its full path. */
    private static Map<String, String> suggestionsForBody(Map<String, String> aliases) {
        Map<String, String> suggestions = new HashMap<>(aliases);
        suggestions.replaceAll((alias, name) -> INPUT_FIELDS.contains(name) ? "input." + name : name);
        INPUT_FIELDS.forEach(name -> suggestions.put(name, "input." + name));
        return suggestions;
    }
}
