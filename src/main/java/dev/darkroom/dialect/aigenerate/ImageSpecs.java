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
import java.util.stream.Collectors;

/** What pictures there are, each of them once, with their pixels (providers/aigenerate.md §2 and §10). */
@Singleton
class ImageSpecs {

    /** The shapes of GPT Image 1.5, which has one resolution. */
    private static final List<AspectRatio> ONE_FIVE = List.of(AspectRatio.SQUARE, AspectRatio.R2_3, AspectRatio.R3_2);

    /** Those of GPT Image 2. */
    private static final List<AspectRatio> TWO = List.of(
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

    /** Here all shapes but the square are to be had at 4K, more than elsewhere. */
    private static final Map<AspectRatio, PixelSize> MORE_AT_4K = Map.of(
            AspectRatio.R5_4, new PixelSize(3216, 2576),
            AspectRatio.R4_5, new PixelSize(2576, 3216),
            AspectRatio.R4_3, new PixelSize(3312, 2480),
            AspectRatio.R3_4, new PixelSize(2480, 3312),
            AspectRatio.R3_2, new PixelSize(3520, 2336),
            AspectRatio.R2_3, new PixelSize(2336, 3520));

    static final String NAMES_OF_ONE_FIVE = names(ONE_FIVE, ratio -> true);
    static final String NAMES_OF_TWO = names(TWO, ratio -> true);
    static final String NAMES_OF_TWO_AT_4K =
            names(TWO, ratio -> pixels(ratio, Resolution.FOUR_K).isPresent());

    private final Map<AspectRatio, ImageSpec> oneFive = new EnumMap<>(AspectRatio.class);
    private final Map<AspectRatio, Map<Resolution, ImageSpec>> two = new EnumMap<>(AspectRatio.class);

    ImageSpecs(AiGenerateConfig config) {
        Output output = Output.of(config.outputFormat());
        for (AspectRatio ratio : ONE_FIVE) {
            PixelSize size = pixels(ratio, Resolution.ONE_K).orElseThrow();
            oneFive.put(ratio, new ImageSpec(size, "", output));
        }
        for (AspectRatio ratio : TWO) {
            Map<Resolution, ImageSpec> byResolution = new EnumMap<>(Resolution.class);
            for (Resolution resolution : Resolution.values()) {
                pixels(ratio, resolution)
                        .ifPresent(size ->
                                byResolution.put(resolution, new ImageSpec(size, wireName(resolution), output)));
            }
            two.put(ratio, byResolution);
        }
    }

    /** Empty when GPT Image 1.5 has no such shape. */
    Optional<ImageSpec> ofOneFive(AspectRatio ratio) {
        return Optional.ofNullable(oneFive.get(ratio));
    }

    static boolean isOfTwo(AspectRatio ratio) {
        return TWO.contains(ratio);
    }

    /**
     * @param ratio one that GPT Image 2 has
     * @return empty when that is not to be had at that resolution
     */
    Optional<ImageSpec> ofTwo(AspectRatio ratio, Resolution resolution) {
        return Optional.ofNullable(two.get(ratio).get(resolution));
    }

    /** With a capital letter, as here it is written. */
    static String wireName(Resolution resolution) {
        return resolution.wireName().toUpperCase(Locale.ROOT);
    }

    private static Optional<PixelSize> pixels(AspectRatio ratio, Resolution resolution) {
        return ratio.pixels(resolution)
                .or(() -> Optional.ofNullable(MORE_AT_4K.get(ratio)).filter(size -> resolution == Resolution.FOUR_K));
    }

    private static String names(List<AspectRatio> ratios, Predicate<AspectRatio> which) {
        return ratios.stream().filter(which).map(AspectRatio::wireName).collect(Collectors.joining(", "));
    }
}
