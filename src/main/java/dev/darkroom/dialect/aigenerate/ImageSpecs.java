package dev.darkroom.dialect.aigenerate;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The specs of all images that a request can ask for (providers/aigenerate.md §2 and §10). */
@Singleton
class ImageSpecs {

    /** The aspect ratios of GPT Image 1.5, which has one resolution. */
    private static final List<AspectRatio> GPT_IMAGE_15 =
            List.of(AspectRatio.SQUARE, AspectRatio.R2_3, AspectRatio.R3_2);

    /** The aspect ratios of GPT Image 2. */
    private static final List<AspectRatio> GPT_IMAGE_2 = List.of(
            AspectRatio.AUTO,
            AspectRatio.SQUARE,
            AspectRatio.R5_4,
            AspectRatio.R4_3,
            AspectRatio.R3_2,
            AspectRatio.R16_9,
            AspectRatio.R21_9,
            AspectRatio.R9_16,
            AspectRatio.R4_5,
            AspectRatio.R3_4,
            AspectRatio.R2_3);

    /** The 4K sizes that only this vendor has. It offers 4K in every aspect ratio except the square. */
    private static final Map<AspectRatio, PixelSize> ADDITIONAL_AT_4K = Map.of(
            AspectRatio.R5_4, new PixelSize(3216, 2576),
            AspectRatio.R4_5, new PixelSize(2576, 3216),
            AspectRatio.R4_3, new PixelSize(3312, 2480),
            AspectRatio.R3_4, new PixelSize(2480, 3312),
            AspectRatio.R3_2, new PixelSize(3520, 2336),
            AspectRatio.R2_3, new PixelSize(2336, 3520));

    static final List<String> GPT_IMAGE_15_RATIOS = names(GPT_IMAGE_15, ratio -> true);
    static final List<String> GPT_IMAGE_2_RATIOS = names(GPT_IMAGE_2, ratio -> true);
    static final List<String> GPT_IMAGE_2_RATIOS_AT_4K =
            names(GPT_IMAGE_2, ratio -> pixels(ratio, Resolution.FOUR_K).isPresent());

    private final Map<AspectRatio, ImageSpec> gptImage15 = new EnumMap<>(AspectRatio.class);
    private final Map<AspectRatio, Map<Resolution, ImageSpec>> gptImage2 = new EnumMap<>(AspectRatio.class);

    ImageSpecs(AiGenerateConfig config) {
        Output output = Output.of(config.outputFormat());
        for (AspectRatio ratio : GPT_IMAGE_15) {
            PixelSize size = pixels(ratio, Resolution.ONE_K).orElseThrow();
            gptImage15.put(ratio, new ImageSpec(size, "", output));
        }
        for (AspectRatio ratio : GPT_IMAGE_2) {
            Map<Resolution, ImageSpec> byResolution = new EnumMap<>(Resolution.class);
            for (Resolution resolution : Resolution.values()) {
                pixels(ratio, resolution)
                        .ifPresent(size ->
                                byResolution.put(resolution, new ImageSpec(size, wireName(resolution), output)));
            }
            gptImage2.put(ratio, byResolution);
        }
    }

    /** An image of GPT Image 1.5; empty if that model does not have the aspect ratio. */
    Optional<ImageSpec> gptImage15(AspectRatio ratio) {
        return Optional.ofNullable(gptImage15.get(ratio));
    }

    static boolean isGptImage2Ratio(AspectRatio ratio) {
        return GPT_IMAGE_2.contains(ratio);
    }

    /**
     * An image of GPT Image 2.
     *
     * @param ratio an aspect ratio of GPT Image 2
     * @return empty if the aspect ratio is not available at the resolution
     */
    Optional<ImageSpec> gptImage2(AspectRatio ratio, Resolution resolution) {
        return Optional.ofNullable(gptImage2.get(ratio).get(resolution));
    }

    /** This vendor's name for a resolution, with a capital letter: {@code 2K}. */
    static String wireName(Resolution resolution) {
        return resolution.wireName().toUpperCase(Locale.ROOT);
    }

    private static Optional<PixelSize> pixels(AspectRatio ratio, Resolution resolution) {
        return ratio.pixels(resolution).or(() -> Optional.ofNullable(ADDITIONAL_AT_4K.get(ratio))
                .filter(size -> resolution == Resolution.FOUR_K));
    }

    private static List<String> names(List<AspectRatio> ratios, Predicate<AspectRatio> filter) {
        return ratios.stream().filter(filter).map(AspectRatio::wireName).toList();
    }
}
