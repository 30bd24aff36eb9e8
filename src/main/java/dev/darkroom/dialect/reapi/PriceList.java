package dev.darkroom.dialect.reapi;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.PixelSize;
import dev.darkroom.ledger.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The price of one image in whole credits; a credit is a tenth of a cent. For the official channel, the vendor's page
 * (seeds/002: Pricing) lists only four prices: low, medium, high, and high at 4K.
 */
enum PriceList {
    /**
     * The four listed prices, whatever the aspect ratio. The page lists no low and no medium price at 4K; they are the
     * same as at the other sizes (inferred).
     */
    LISTED("7", "14", "20"),
    /**
     * The {@link DollarPrices} of July 2026 plus 10 percent, rounded up (inferred). For the square at 1k and for 16:9 and
     * 9:16 in high quality at 4k, these are the listed prices.
     */
    DERIVED("7", "14", "20"),
    /** The dollar prices of a snapshot of July 2026 (providers/reapi.md §9.2). */
    JULY_2026("30", "50", "80");

    private static final BigDecimal CREDITS_PER_DOLLAR = new BigDecimal(1000);
    private static final BigDecimal MARKUP = new BigDecimal("1.1");

    private static final List<Credits> BY_QUALITY = List.of(Credits.of("6"), Credits.of("47"), Credits.of("186"));
    private static final Credits HIGH_4K = Credits.of("1467");

    /**
     * The pixels of the smallest 4k size, 3840x1648; every 2k size has fewer. A size in pixels with at least as many is
     * 4K (inferred).
     */
    private static final long MIN_PIXELS_4K = 3840L * 1648;

    private final List<Credits> basic;

    PriceList(String oneK, String twoK, String fourK) {
        this.basic = List.of(Credits.of(oneK), Credits.of(twoK), Credits.of(fourK));
    }

    Credits basic(Resolution resolution) {
        return basic.get(resolution.ordinal());
    }

    /** @param quality {@code auto} has the price of {@code medium} (inferred) */
    Credits official(PixelSize size, Quality quality) {
        Quality pricedAs = quality.pricedAs();
        return switch (this) {
            case LISTED -> pricedAs == Quality.HIGH && isFourK(size) ? HIGH_4K : BY_QUALITY.get(pricedAs.ordinal());
            case DERIVED -> roundedUp(DollarPrices.of(size, pricedAs).multiply(MARKUP));
            case JULY_2026 -> roundedUp(DollarPrices.of(size, pricedAs));
        };
    }

    private static boolean isFourK(PixelSize size) {
        return (long) size.width() * size.height() >= MIN_PIXELS_4K;
    }

    private static Credits roundedUp(BigDecimal dollars) {
        return Credits.of(dollars.multiply(CREDITS_PER_DOLLAR).setScale(0, RoundingMode.CEILING));
    }
}
