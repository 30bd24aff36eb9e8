package dev.darkroom.dialect.getimg;

import dev.darkroom.api.RequestReader;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.ReferenceReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads and checks the body of {@code POST /v2/images/generations} (providers/getimg.md §3). The first fault is told, in
 * the order of the reference page: {@code model}, {@code prompt}, {@code aspect_ratio}, {@code resolution},
 * {@code output_format}, {@code images}, then what the API does not have.
 */
@Singleton
class GenerationReader implements RequestReader {

    static final int MAX_CHARACTERS = 4096;

    /** What newer SDKs take for a picture in itself. */
    private static final Pattern DATA_URL = Pattern.compile("data:image/(png|jpeg|webp);base64,[A-Za-z0-9+/]++={0,2}");

    private final GetImgConfig config;
    private final GetImgErrorResponses errors;
    private final ReferenceReader references;

    GenerationReader(GetImg dialect, GetImgConfig config, ReferenceReader references) {
        this.errors = dialect.errors();
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
        AspectRatio shape = choice(body, "aspect_ratio", Shapes::of).orElse(Shapes.ALL.get(0));
        Tier tier = choice(body, "resolution", Tier::of).orElse(Tier.ONE_K);
        Format format = choice(body, "output_format", Format::of).orElse(Format.JPEG);
        List<String> urls = images(body);
        if (config.strict()) {
            FieldNames.first(body.object()).ifPresent(field -> {
                throw errors.unknownField(field);
            });
        }
        return new GenerationRequest(prompt, references.ofUrls(urls), Shapes.image(shape, tier, format), tier.price());
    }

    private static String prompt(FieldReader body) {
        String prompt = body.string("prompt").orElseThrow(() -> body.missing("prompt"));
        int length = prompt.codePointCount(0, prompt.length());
        if (length == 0 || length > MAX_CHARACTERS) {
            throw body.invalid(
                    "prompt", "It must have 1 to " + MAX_CHARACTERS + " characters, and has " + length + ".");
        }
        return prompt;
    }

    /** @param known empty for what this model does not do */
    private <T> Optional<T> choice(FieldReader owner, String field, Function<String, Optional<T>> known) {
        return owner.string(field)
                .map(value -> known.apply(value).orElseThrow(() -> errors.unsupported(owner, field, value)));
    }

    private List<String> images(FieldReader body) {
        List<FieldReader> images = body.objects("images");
        if (images.size() > Model.MAX_REFERENCES) {
            throw body.invalid(
                    "images",
                    "It has " + images.size() + " entries; at most " + Model.MAX_REFERENCES + " are allowed.");
        }
        List<String> urls = new ArrayList<>();
        images.forEach(image -> urls.add(url(image)));
        return urls;
    }

    private String url(FieldReader image) {
        String url = image.string("url").orElseThrow(() -> image.missing("url"));
        boolean isData = config.dataUris() && DATA_URL.matcher(url).matches();
        if (!isData && !HttpUrls.LENIENT.matcher(url).matches()) {
            throw image.invalid("url", "It must be a publicly accessible http or https URL.");
        }
        choice(image, "role", role -> Optional.of(role).filter(Model.REFERENCE_ROLE::equals));
        return url;
    }
}
