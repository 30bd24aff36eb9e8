package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.field.FieldReader;
import dev.darkroom.http.HttpUrls;
import dev.darkroom.image.ImageSpec;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads and checks the {@code input} of a create request, whose fields depend on the model (providers/aigenerate.md §2).
 * The first fault is told.
 */
@Singleton
class InputReader {

    private static final int MAX_PROMPT = 20_000;
    private static final int MAX_URLS = 16;

    private static final String QUALITIES =
            Arrays.stream(Quality.values()).map(Quality::wireName).collect(Collectors.joining(", "));
    private static final String RESOLUTIONS =
            Arrays.stream(Resolution.values()).map(ImageSpecs::wireName).collect(Collectors.joining(", "));

    private final ImageSpecs images;
    private final AiGenerateErrorResponses errors;
    private final boolean isStrict;

    InputReader(ImageSpecs images, AiGenerateErrorResponses errors, AiGenerateConfig config) {
        this.images = images;
        this.errors = errors;
        this.isStrict = config.strict();
    }

    String prompt(FieldReader input) {
        String prompt = input.string("prompt").filter(p -> !p.isEmpty()).orElseThrow(() -> input.missing("prompt"));
        int length = prompt.codePointCount(0, prompt.length());
        if (length > MAX_PROMPT) {
            throw input.invalid(
                    "prompt", "It has %,d characters; at most %,d are allowed.".formatted(length, MAX_PROMPT));
        }
        return prompt;
    }

    /** The page's example has none, so they are not demanded unless somebody wants it so. */
    List<String> urls(FieldReader input) {
        List<String> urls = urls(input, "input_urls");
        List<String> sameByOtherName = urls(input, "image_urls");
        List<String> either = urls.isEmpty() ? sameByOtherName : urls;
        if (isStrict && either.isEmpty()) {
            throw input.missing("input_urls");
        }
        return either;
    }

    /** @param quality the one in the model's name */
    Wanted ofOneFive(FieldReader input, Quality quality) {
        ImageSpec image = input.string("aspect_ratio")
                .map(name -> AspectRatio.of(name)
                        .flatMap(images::ofOneFive)
                        .orElseThrow(() -> notOneOf(input, "aspect_ratio", ImageSpecs.NAMES_OF_ONE_FIVE)))
                .orElseGet(() -> images.ofOneFive(AspectRatio.SQUARE).orElseThrow());
        boolean agrees = quality(input).filter(other -> other != quality).isEmpty();
        if (isStrict && !agrees) {
            throw input.invalid("quality", "The model's name says " + quality.wireName() + ".");
        }
        return new Wanted(image, quality.price(), true);
    }

    Wanted ofTwo(FieldReader input) {
        Optional<AspectRatio> ratio = input.string("aspect_ratio").map(name -> AspectRatio.of(name)
                .filter(ImageSpecs::isOfTwo)
                .orElseThrow(() -> notOneOf(input, "aspect_ratio", ImageSpecs.NAMES_OF_TWO)));
        Resolution resolution = input.string("resolution")
                .map(name -> Arrays.stream(Resolution.values())
                        .filter(r -> ImageSpecs.wireName(r).equals(name))
                        .findFirst()
                        .orElseThrow(() -> notOneOf(input, "resolution", RESOLUTIONS)))
                .orElse(Resolution.ONE_K);
        ImageSpec image = images.ofTwo(ratio.orElse(AspectRatio.AUTO), resolution)
                .orElseThrow(() -> shapeless(input, ratio.isEmpty(), resolution));
        return new Wanted(image, Price.ofTwo(resolution), input.bool("nsfw_checker", true));
    }

    Optional<Quality> quality(FieldReader input) {
        return input.string("quality")
                .map(name -> Quality.of(name).orElseThrow(() -> notOneOf(input, "quality", QUALITIES)));
    }

    private static List<String> urls(FieldReader input, String name) {
        List<String> urls = input.strings(name);
        if (urls.size() > MAX_URLS) {
            throw input.invalid(name, "It has " + urls.size() + " entries; at most " + MAX_URLS + " are allowed.");
        }
        Predicate<String> isUrl = HttpUrls.LENIENT.asMatchPredicate();
        for (int i = 0; i < urls.size(); i++) {
            if (!isUrl.test(urls.get(i))) {
                throw input.invalid(name + "[" + i + "]", "It must be an http or https URL.");
            }
        }
        return urls;
    }

    private static RuntimeException notOneOf(FieldReader input, String name, String names) {
        return input.invalid(name, "Use one of: " + names + ".");
    }

    private RuntimeException shapeless(FieldReader input, boolean isMissing, Resolution resolution) {
        String hint = "With 'resolution' " + ImageSpecs.wireName(resolution) + ", use one of: "
                + ImageSpecs.NAMES_OF_TWO_AT_4K + ".";
        return isMissing ? errors.invalid("'aspect_ratio' is required. " + hint) : input.invalid("aspect_ratio", hint);
    }
}
