package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.DataUris;
import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.field.FieldError;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.ImageSpec;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads and checks the {@code input} of a create request, whose fields depend on the model (providers/aigenerate.md
 * §2). Reports the first error.
 */
@Singleton
class InputReader {

    private static final int MAX_PROMPT_LENGTH = 20_000;
    private static final int MAX_URLS = 16;

    private static final List<String> QUALITIES =
            Arrays.stream(Quality.values()).map(Quality::wireName).toList();
    private static final List<String> RESOLUTIONS =
            Arrays.stream(Resolution.values()).map(ImageSpecs::wireName).toList();

    private final ImageSpecs images;
    private final AiGenerateErrorResponses errors;
    private final boolean isStrict;

    InputReader(ImageSpecs images, AiGenerateErrorResponses errors, AiGenerateConfig config) {
        this.images = images;
        this.errors = errors;
        this.isStrict = config.strict();
    }

    String prompt(FieldReader input) {
        String prompt =
                input.string("prompt").filter(text -> !text.isEmpty()).orElseThrow(() -> input.missing("prompt"));
        int length = prompt.codePointCount(0, prompt.length());
        if (length > MAX_PROMPT_LENGTH) {
            throw input.error("prompt", new FieldError.TooLong(length, MAX_PROMPT_LENGTH));
        }
        return prompt;
    }

    /** Required only in strict mode, because the page's example of an image-to-image model has none. */
    List<String> urls(FieldReader input) {
        List<String> urls = urls(input, "input_urls");
        List<String> otherUrls = urls(input, "image_urls");
        List<String> effective = urls.isEmpty() ? otherUrls : urls;
        if (isStrict && effective.isEmpty()) {
            throw input.missing("input_urls");
        }
        return effective;
    }

    /** @param quality the quality in the model's name */
    ImageOptions gptImage15Options(FieldReader input, Quality quality) {
        ImageSpec image = input.string("aspect_ratio")
                .map(name -> AspectRatio.of(name)
                        .flatMap(images::gptImage15)
                        .orElseThrow(() -> notOneOf(input, "aspect_ratio", name, ImageSpecs.GPT_IMAGE_15_RATIOS)))
                .orElseGet(() -> images.gptImage15(AspectRatio.SQUARE).orElseThrow());
        boolean isContradicted =
                quality(input).filter(requested -> requested != quality).isPresent();
        if (isStrict && isContradicted) {
            throw input.invalid("quality", "The model's name says " + quality.wireName() + ".");
        }
        return new ImageOptions(image, quality.price(), true);
    }

    ImageOptions gptImage2Options(FieldReader input) {
        Optional<AspectRatio> ratio = input.string("aspect_ratio").map(name -> AspectRatio.of(name)
                .filter(ImageSpecs::isGptImage2Ratio)
                .orElseThrow(() -> notOneOf(input, "aspect_ratio", name, ImageSpecs.GPT_IMAGE_2_RATIOS)));
        Resolution resolution = input.string("resolution")
                .map(name -> Arrays.stream(Resolution.values())
                        .filter(value -> ImageSpecs.wireName(value).equals(name))
                        .findFirst()
                        .orElseThrow(() -> notOneOf(input, "resolution", name, RESOLUTIONS)))
                .orElse(Resolution.ONE_K);
        ImageSpec image = images.gptImage2(ratio.orElse(AspectRatio.AUTO), resolution)
                .orElseThrow(() -> unavailableRatio(input, ratio.isEmpty(), resolution));
        return new ImageOptions(image, Price.gptImage2(resolution), input.bool("nsfw_checker", true));
    }

    Optional<Quality> quality(FieldReader input) {
        return input.string("quality")
                .map(name -> Quality.of(name).orElseThrow(() -> notOneOf(input, "quality", name, QUALITIES)));
    }

    private static List<String> urls(FieldReader input, String name) {
        List<String> urls = input.strings(name);
        if (urls.size() > MAX_URLS) {
            throw input.error(name, new FieldError.TooMany(urls.size(), MAX_URLS));
        }
        for (int i = 0; i < urls.size(); i++) {
            if (!HttpUrls.isUrl(urls.get(i))) {
                String rule = DataUris.NEVER.rule("It must be an http or https URL.", urls.get(i));
                throw input.invalid(name + "[" + i + "]", rule);
            }
        }
        return urls;
    }

    private static RuntimeException notOneOf(FieldReader input, String field, String value, List<String> allowed) {
        return input.error(field, new FieldError.NotOneOf(value, allowed));
    }

    private RuntimeException unavailableRatio(FieldReader input, boolean isMissing, Resolution resolution) {
        String hint = "With 'resolution' " + ImageSpecs.wireName(resolution) + ", use one of: "
                + String.join(", ", ImageSpecs.GPT_IMAGE_2_RATIOS_AT_4K) + ".";
        return isMissing ? errors.invalid("'aspect_ratio' is required. " + hint) : input.invalid("aspect_ratio", hint);
    }
}
