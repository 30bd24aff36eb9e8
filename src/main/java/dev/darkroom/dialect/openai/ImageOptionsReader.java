package dev.darkroom.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the parameters that all requests for images have. If several are wrong, the first one in this order is
 * reported: the number of images, then quality, compression and size (measured, providers/openai.md §8.1). The places of
 * the others are inferred.
 */
final class ImageOptionsReader {

    static final int MAX_COUNT = 10;
    private static final int MAX_COMPRESSION = 100;
    private static final int MAX_PARTIAL_IMAGES = 3;
    private static final String AUTO = "auto";
    private static final List<String> MODERATION = List.of(AUTO, "low");

    private final ApiProfile api;
    private final Model.Generation generation;
    private final boolean allowsTransparency;

    ImageOptionsReader(ApiProfile api, Model model, boolean allowsTransparency) {
        this.api = api;
        this.generation = model.generation();
        this.allowsTransparency = allowsTransparency;
    }

    ImageOptions read(Parameters parameters) {
        int count = parameters.integer("n", 1, MAX_COUNT).orElse(1);
        Quality quality = quality(parameters);
        Background background = parameters
                .choice("background", Background.ALL, Background::wireName)
                .filter(chosen -> chosen != Background.AUTO)
                .orElse(Background.OPAQUE);
        parameters.choice("moderation", MODERATION, value -> value);
        Format format = parameters
                .choice("output_format", api.formats(), Format::wireName)
                .orElse(Format.PNG);
        int compression =
                parameters.integer("output_compression", 0, MAX_COMPRESSION).orElse(MAX_COMPRESSION);
        checkTransparency(parameters, background, format);
        return new ImageOptions(
                count,
                quality,
                background,
                format,
                compression,
                ImageSize.read(parameters, generation).orElse(ImageSize.SQUARE),
                parameters.bool("stream", false),
                parameters.integer("partial_images", 0, MAX_PARTIAL_IMAGES).orElse(0));
    }

    private Quality quality(Parameters parameters) {
        List<Optional<Quality>> options = new ArrayList<>();
        generation.qualities().forEach(quality -> options.add(Optional.of(quality)));
        options.add(Optional.empty());
        return parameters
                .choice("quality", options, quality -> quality.map(Quality::wireName)
                        .orElse(AUTO))
                .flatMap(quality -> quality)
                .orElse(api.defaultQuality());
    }

    private void checkTransparency(Parameters parameters, Background background, Format format) {
        if (background != Background.TRANSPARENT) {
            return;
        }
        if (!allowsTransparency && generation == Model.Generation.TWO) {
            throw parameters.invalid("background", "Transparent background is not supported for this model.");
        }
        if (!format.file().hasTransparency()) {
            throw parameters.invalid(
                    "background",
                    "Transparent background is not supported for output format '" + format.wireName()
                            + "'. Use 'png' or 'webp'.");
        }
    }
}
