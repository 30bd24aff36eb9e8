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
    /** The listed prices. All others are the older {@link DollarPrices} plus 10 percent, rounded up (inferred). */
    DERIVED("7", "14", "20"),
    /** Only the listed prices: low and medium quality cost the same at every size, and high costs more at 4K. */
    SIMPLE("7", "14", "20"),
    /** The dollar prices of a snapshot of July 2026 (providers/reapi.md §9.2). */
    JULY_2026("30", "50", "80");

    private static final BigDecimal CREDITS_PER_DOLLAR = new BigDecimal(1000);
    private static final BigDecimal MARKUP = new BigDecimal("1.1");

    private static final List<Credits> LISTED = List.of(Credits.of("6"), Credits.of("47"), Credits.of("186"));
    private static final Credits LISTED_HIGH_4K = Credits.of("1467");

    /** The pixels of the smallest 4k size, 3840x1648. Every 2k size has fewer. */
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
            case DERIVED -> roundedUp(DollarPrices.of(size, pricedAs).multiply(MARKUP));
            case JULY_2026 -> roundedUp(DollarPrices.of(size, pricedAs));
            case SIMPLE -> pricedAs == Quality.HIGH && isFourK(size) ? LISTED_HIGH_4K : LISTED.get(pricedAs.ordinal());
        };
    }

    private static boolean isFourK(PixelSize size) {
        return (long) size.width() * size.height() >= MIN_PIXELS_4K;
    }

    private static Credits roundedUp(BigDecimal dollars) {
        return Credits.of(dollars.multiply(CREDITS_PER_DOLLAR).setScale(0, RoundingMode.CEILING));
    }
}
