package dev.darkroom.dialect.reapi;

import dev.darkroom.api.image.AspectRatio;
import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.PixelSize;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an image of the official channel cost in July 2026, in dollars, by size and quality (providers/reapi.md §9.2).
 * The four prices on the vendor's page (seeds/002: Pricing) are 10 percent higher, rounded up to whole credits.
 */
final class DollarPrices {

    private static final Map<PixelSize, List<BigDecimal>> BY_SIZE = new HashMap<>();

    static {
        add("1:1", "0.0048 0.0424 0.1688", "0.01912 0.1688 0.6736");
        add("16:9 9:16", "0.00608 0.0536 0.2136", "0.0108 0.0952 0.3792", "0.03792 0.3344 1.3328");
        add("2:1 1:2", "0.0096 0.0848 0.3376", "0.01648 0.1456 0.58", "0.03368 0.2976 1.1848");
        add("21:9 9:21", "0.00792 0.0704 0.28", "0.01416 0.1248 0.4984", "0.02896 0.256 1.0176");
        add("3:2 2:3", "0.0072 0.0632 0.252", "0.01272 0.112 0.4472");
        add("4:3 3:4", "0.0036 0.032 0.1272", "0.0144 0.1272 0.5064");
        add("5:4 4:5", "0.006 0.0528 0.2104", "0.02392 0.2112 0.8424");
    }

    private static final PixelSize SMALL_SQUARE = new PixelSize(1024, 1024);
    private static final BigDecimal SMALL_SQUARE_PIXELS = BigDecimal.valueOf(1024 * 1024);

    private DollarPrices() {}

    /**
     * The price of one image. A size that is not in the table costs as much per pixel as the small square, because the
     * prices in the table are also proportional to the number of pixels (inferred).
     *
     * @param quality any quality except {@code AUTO}, which has no price
     */
    static BigDecimal of(PixelSize size, Quality quality) {
        List<BigDecimal> listed = BY_SIZE.get(size);
        return listed == null ? byPixels(size, quality) : listed.get(quality.ordinal());
    }

    private static BigDecimal byPixels(PixelSize size, Quality quality) {
        BigDecimal pixels = BigDecimal.valueOf((long) size.width() * size.height());
        return of(SMALL_SQUARE, quality).multiply(pixels).divide(SMALL_SQUARE_PIXELS);
    }

    /**
     * Adds the prices of some aspect ratios.
     *
     * @param byResolution for 1k, 2k and, if available, 4k: the prices in low, medium and high quality
     */
    private static void add(String ratios, String... byResolution) {
        for (String ratio : ratios.split(" ")) {
            AspectRatio aspectRatio = AspectRatio.of(ratio).orElseThrow();
            for (int i = 0; i < byResolution.length; i++) {
                BY_SIZE.put(aspectRatio.pixels(Resolution.values()[i]).orElseThrow(), amounts(byResolution[i]));
            }
        }
    }

    private static List<BigDecimal> amounts(String byQuality) {
        return Arrays.stream(byQuality.split(" ")).map(BigDecimal::new).toList();
    }
}
