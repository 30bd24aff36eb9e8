package dev.darkroom.api.image;

import dev.darkroom.image.Dimensions;
import dev.darkroom.image.PixelSize;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The model's aspect ratios and their sizes in pixels, for all vendors. No vendor documents a table; the sizes are
 * inferred from related services, and from prices that are proportional to them. Ratios without a 4k size are not
 * available at 4k. Each vendor's API accepts a subset of them, under its own names.
 */
public enum AspectRatio {
    /** The vendor chooses the ratio, as {@link AutoRatio} does. Without a choice, it is 1:1. */
    AUTO("auto", "1024x1024", "2048x2048"),
    SQUARE("1:1", "1024x1024", "2048x2048"),
    R5_4("5:4", "1280x1024", "2560x2048"),
    R4_3("4:3", "1024x768", "2048x1536"),
    R3_2("3:2", "1536x1024", "2048x1360"),
    R16_9("16:9", "1536x864", "2048x1152", "3840x2160"),
    R21_9("21:9", "2016x864", "2688x1152", "3840x1648"),
    R9_16("9:16", "864x1536", "1152x2048", "2160x3840"),
    R4_5("4:5", "1024x1280", "2048x2560"),
    R3_4("3:4", "768x1024", "1536x2048"),
    R2_3("2:3", "1024x1536", "1360x2048"),
    R2_1("2:1", "2048x1024", "2688x1344", "3840x1920"),
    R1_2("1:2", "1024x2048", "1344x2688", "1920x3840"),
    R9_21("9:21", "864x2016", "1152x2688", "1648x3840");

    public static final String NAMES = names(ratio -> true);
    public static final String NAMES_WITHOUT_AUTO = names(ratio -> ratio != AUTO);
    public static final String NAMES_AT_4K =
            names(ratio -> ratio.pixels(Resolution.FOUR_K).isPresent());

    private static final Map<String, AspectRatio> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(AspectRatio::wireName, ratio -> ratio));

    private static final List<AspectRatio> RATIOS =
            Arrays.stream(values()).filter(ratio -> ratio != AUTO).toList();

    private final String wireName;
    private final PixelSize[] sizes;

    AspectRatio(String wireName, String... sizes) {
        this.wireName = wireName;
        this.sizes = Arrays.stream(sizes).map(AspectRatio::size).toArray(PixelSize[]::new);
    }

    public static Optional<AspectRatio> of(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** The ratio that differs from the shape of an image by the smallest factor; the first one if two do. */
    static AspectRatio nearest(Dimensions image) {
        return RATIOS.stream()
                .min(Comparator.comparingDouble(ratio -> ratio.factorTo(image)))
                .orElseThrow();
    }

    /** The factor by which the shape of an image differs from this ratio: at least 1. */
    private double factorTo(Dimensions image) {
        String[] sides = wireName.split(":");
        double tall = (double) image.height() * Integer.parseInt(sides[0]);
        double wide = (double) image.width() * Integer.parseInt(sides[1]);
        return Math.max(tall, wide) / Math.min(tall, wide);
    }

    /** The size in pixels; empty if the ratio is not available at that resolution. */
    public Optional<PixelSize> pixels(Resolution resolution) {
        int tier = resolution.ordinal();
        return tier < sizes.length ? Optional.of(sizes[tier]) : Optional.empty();
    }

    public String wireName() {
        return wireName;
    }

    private static PixelSize size(String text) {
        String[] sides = text.split("x");
        return new PixelSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private static String names(Predicate<AspectRatio> condition) {
        return Arrays.stream(values())
                .filter(condition)
                .map(AspectRatio::wireName)
                .collect(Collectors.joining(", "));
    }
}
