package dev.darkroom.dialect.reapi;

import dev.darkroom.api.DataUris;
import dev.darkroom.api.RequestReader;
import dev.darkroom.api.UnknownFields;
import dev.darkroom.api.image.AutoRatio;
import dev.darkroom.api.image.OwnImages;
import dev.darkroom.api.image.ReferenceSizes;
import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.ReferenceReader;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Outcome;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads and checks the body of {@code POST /api/v1/images/generations} (seeds/002; providers/reapi.md §3). It reports
 * the first error in this order: model, prompt, size, resolution, image_urls, mask_url, n, then the other fields of the
 * official channel.
 */
@Singleton
class GenerationRequestReader implements RequestReader {

    static final int MAX_PROMPT = 4000;
    static final int MAX_IMAGES = 16;
    static final int MAX_COUNT = 4;

    private static final Set<String> FIELDS = Set.of(
            "model",
            "prompt",
            "size",
            "resolution",
            "image_urls",
            "n",
            "quality",
            "mask_url",
            "background",
            "moderation",
            "output_format",
            "output_compression");

    /** Names that OpenAI and other vendors of the same model use for these fields. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("aspect_ratio", "size"),
            Map.entry("ratio", "size"),
            Map.entry("image", "image_urls"),
            Map.entry("images", "image_urls"),
            Map.entry("image_url", "image_urls"),
            Map.entry("input_urls", "image_urls"),
            Map.entry("image_input", "image_urls"),
            Map.entry("mask", "mask_url"),
            Map.entry("num_images", "n"),
            Map.entry("nsfw_checker", "moderation"),
            Map.entry("text", "prompt"));

    private static final UnknownFields UNKNOWN = new UnknownFields("the request body", FIELDS, ALIASES);

    private static final Set<String> CALLBACK_FIELDS = Set.of("callback_url", "callBackUrl", "webhook", "webhook_url");

    private final ReApiConfig config;
    private final ReApiErrorResponses errors;
    private final ShapeReader shapes;
    private final AutoRatio autoRatio;
    private final ReferenceReader references;
    private final OwnImages ownImages;
    private final Outcome.Fails nsfw;
    private final Pattern urls;

    GenerationRequestReader(
            ReApiConfig config,
            ConfiguredCodes codes,
            ReApiErrorResponses errors,
            ReferenceReader references,
            ReferenceSizes referenceSizes,
            OwnImages ownImages) {
        this.config = config;
        this.errors = errors;
        this.shapes = new ShapeReader(errors);
        this.autoRatio = AutoRatio.of(ReApi.NAME, "size", referenceSizes);
        this.references = references;
        this.ownImages = ownImages;
        this.nsfw = codes.failure(ErrorCode.CONTENT_POLICY);
        this.urls = config.privateUrls() ? HttpUrls.PATTERN : PublicUrls.PATTERN;
    }

    @Override
    public List<String> warnings(FieldReader body) {
        List<String> warnings = new ArrayList<>(UNKNOWN.warnings(body.object()));
        if (CALLBACK_FIELDS.stream().anyMatch(body::has)) {
            warnings.add("This API has no callbacks; poll the task");
        }
        if (!isOfficial(body)) {
            OfficialFields.IGNORED_ELSEWHERE.stream()
                    .filter(body::has)
                    .forEach(
                            name -> warnings.add("`" + name + "` is a field of " + Channel.OFFICIAL.model() + " only"));
        }
        return warnings;
    }

    @Override
    public String model(FieldReader body) {
        Optional<String> model = body.string("model");
        return model.isEmpty() && !config.requireModel()
                ? Channel.BASIC.model()
                : model.filter(name -> !name.isEmpty()).orElseThrow(() -> body.missing("model"));
    }

    /**
     * Reads a request for an unknown model like one for the official channel, which has all fields. Another check
     * rejects the model.
     */
    @Override
    public GenerationRequest read(FieldReader body) {
        Channel channel = Channel.of(model(body)).orElse(Channel.OFFICIAL);
        boolean isOfficial = channel == Channel.OFFICIAL;
        String prompt = prompt(body);
        Shape requested = shapes.read(body, isOfficial);
        List<String> imageUrls = imageUrls(body);
        checkMask(body, isOfficial, !imageUrls.isEmpty());
        int count = count(body, isOfficial);
        OfficialFields official = isOfficial ? OfficialFields.read(body) : defaultFields(body);
        Optional<AutoRatio.Choice> choice = requested.isAuto() && config.autoRatio()
                ? Optional.of(autoRatio.choose(prompt, imageUrls))
                : Optional.empty();
        Shape shape = choice.map(AutoRatio.Choice::ratio).map(requested::with).orElse(requested);
        ImageSpec image = shape.spec(official.output());
        Credits price = isOfficial
                ? config.prices().official(shape.pixels(), official.quality())
                : config.prices().basic(shape.resolution());
        return new GenerationRequest(
                channel,
                prompt,
                references.retainUrls(imageUrls),
                image,
                count,
                price.times(count),
                official.moderation() == Moderation.LOW ? Optional.empty() : Optional.of(nsfw),
                warnings(body, shape, official, choice));
    }

    private String prompt(FieldReader body) {
        String prompt = body.string("prompt").orElse("");
        if (prompt.isEmpty() && !(config.promptOrImages() && body.hasEntries("image_urls"))) {
            throw errors.missingField(config.promptOrImages() ? "prompt or image_urls" : "prompt");
        }
        int length = prompt.codePointCount(0, prompt.length());
        if (length > MAX_PROMPT) {
            throw body.invalid("prompt", "It has %d characters; at most %d are allowed.".formatted(length, MAX_PROMPT));
        }
        return prompt;
    }

    private List<String> imageUrls(FieldReader body) {
        List<String> imageUrls = body.strings("image_urls");
        if (imageUrls.size() > MAX_IMAGES) {
            throw body.error("image_urls", new FieldError.TooMany(imageUrls.size(), MAX_IMAGES));
        }
        for (int i = 0; i < imageUrls.size(); i++) {
            checkUrl(body, "image_urls[" + i + "]", imageUrls.get(i));
        }
        return imageUrls;
    }

    private void checkMask(FieldReader body, boolean isOfficial, boolean hasImages) {
        if (!body.has("mask_url")) {
            return;
        }
        if (!isOfficial) {
            throw body.invalid("mask_url", "Only " + Channel.OFFICIAL.model() + " accepts a mask.");
        }
        checkUrl(body, "mask_url", body.string("mask_url").orElseThrow());
        if (!hasImages) {
            throw errors.brokenRule("mask_url requires at least one entry in image_urls");
        }
    }

    /** The vendor's servers reach the images that they create, so those of Darkroom are public, whatever their host. */
    private void checkUrl(FieldReader body, String name, String url) {
        if (!urls.matcher(url).matches() && ownImages.taskOf(url).isEmpty()) {
            throw body.invalid(name, DataUris.NEVER.rule("It must be a public http(s) URL.", url));
        }
    }

    private static int count(FieldReader body, boolean isOfficial) {
        int count = body.wholeNumber("n", 1, MAX_COUNT).orElse(1);
        if (count > 1 && !isOfficial) {
            throw body.invalid("n", "Only " + Channel.OFFICIAL.model() + " creates more than one image.");
        }
        return count;
    }

    /** The basic channel ignores the fields of the official one, or rejects them in strict mode. */
    private OfficialFields defaultFields(FieldReader body) {
        if (config.strict()) {
            OfficialFields.IGNORED_ELSEWHERE.stream()
                    .filter(body::has)
                    .findFirst()
                    .ifPresent(name -> {
                        throw body.invalid(name, "Only " + Channel.OFFICIAL.model() + " has this field.");
                    });
        }
        return OfficialFields.DEFAULTS;
    }

    private static List<String> warnings(
            FieldReader body, Shape shape, OfficialFields official, Optional<AutoRatio.Choice> choice) {
        List<String> warnings = new ArrayList<>(official.warnings());
        if (!body.has("model")) {
            warnings.add(
                    "The documentation requires `model`; without it, this is a request for " + Channel.BASIC.model());
        }
        if (shape.isExact() && body.has("resolution")) {
            warnings.add("`resolution` has no effect together with a size in pixels");
        }
        choice.map(AutoRatio.Choice::warning).ifPresent(warnings::add);
        return warnings;
    }

    private boolean isOfficial(FieldReader body) {
        return peek(body, "model").filter(Channel.OFFICIAL.model()::equals).isPresent();
    }
}
