package dev.darkroom.dialect.getimg;

import dev.darkroom.api.DataUris;
import dev.darkroom.api.RequestReader;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.ReferenceReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads and checks the body of {@code POST /v2/images/generations} (providers/getimg.md §3). Reports the first error,
 * in the order of the reference page: {@code model}, {@code prompt}, {@code aspect_ratio}, {@code resolution},
 * {@code output_format}, {@code images}; unknown fields come last.
 */
@Singleton
class GenerationReader implements RequestReader {

    static final int MAX_PROMPT_LENGTH = 4096;

    /** A reference image that newer SDKs send inside the request. */
    private static final Pattern DATA_URL = Pattern.compile("data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/]++={0,2}");

    private final GetImgConfig config;
    private final ReferenceReader references;

    GenerationReader(GetImgConfig config, ReferenceReader references) {
        this.config = config;
        this.references = references;
    }

    @Override
    public List<String> warnings(FieldReader body) {
        return FieldNames.warnings(body.object());
    }

    @Override
    public String model(FieldReader body) {
        return body.string("model").orElseThrow(() -> body.missing("model"));
    }

    @Override
    public GenerationRequest read(FieldReader body) {
        model(body);
        String prompt = prompt(body);
        AspectRatio ratio =
                choice(body, "aspect_ratio", Shapes.ALL, AspectRatio::wireName).orElse(Shapes.DEFAULT);
        Tier tier = choice(body, "resolution", List.of(Tier.values()), Tier::wireName)
                .orElse(Tier.ONE_K);
        Format format = choice(body, "output_format", List.of(Format.values()), Format::wireName)
                .orElse(Format.JPEG);
        List<String> urls = images(body);
        if (config.strict()) {
            FieldNames.rejectUnknown(body);
        }
        return new GenerationRequest(
                prompt, references.retainUrls(urls), Shapes.image(ratio, tier, format), tier.price());
    }

    private static String prompt(FieldReader body) {
        String prompt = body.string("prompt").orElseThrow(() -> body.missing("prompt"));
        int length = prompt.codePointCount(0, prompt.length());
        if (length == 0 || length > MAX_PROMPT_LENGTH) {
            throw body.invalid(
                    "prompt", "It must have 1 to " + MAX_PROMPT_LENGTH + " characters, and has " + length + ".");
        }
        return prompt;
    }

    private static <T> Optional<T> choice(
            FieldReader owner, String field, List<T> options, Function<T, String> wireName) {
        return owner.string(field).map(value -> options.stream()
                .filter(option -> wireName.apply(option).equals(value))
                .findFirst()
                .orElseThrow(() -> owner.error(
                        field,
                        new FieldError.NotOneOf(
                                value, options.stream().map(wireName).toList()))));
    }

    private List<String> images(FieldReader body) {
        List<FieldReader> images = body.objects("images");
        if (images.size() > Model.MAX_REFERENCES) {
            throw body.error("images", new FieldError.TooMany(images.size(), Model.MAX_REFERENCES));
        }
        return images.stream().map(this::url).toList();
    }

    private String url(FieldReader image) {
        String url = image.string("url").orElseThrow(() -> image.missing("url"));
        boolean isDataUrl = config.dataUris() && DATA_URL.matcher(url).matches();
        if (!isDataUrl && !HttpUrls.isUrl(url)) {
            DataUris dataUris = DataUris.ifSet(GetImg.NAME, config.dataUris());
            throw image.invalid("url", dataUris.rule("It must be a publicly accessible http or https URL.", url));
        }
        choice(image, "role", List.of(Model.REFERENCE_ROLE), Function.identity());
        return url;
    }
}
