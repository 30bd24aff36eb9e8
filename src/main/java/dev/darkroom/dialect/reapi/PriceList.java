package dev.darkroom.dialect.reapi;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.image.PixelSize;
import dev.darkroom.ledger.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What one picture costs, in whole credits of a tenth of a cent. Of the official channel the contract (seeds/002: Pricing)
 * gives four figures only: low, medium and high, and high in 4K.
 */
enum PriceList {
    /** The contract's figures, and between them what they are of: older dollars, and a tenth (inferred). */
    DERIVED("7", "14", "20"),
    /** The contract's figures and no others: only high quality costs more in 4K. */
    SIMPLE("7", "14", "20"),
    /** A snapshot of July 2026, the dollars as they were (providers/reapi.md §9.2). */
    JULY_2026("30", "50", "80");

    private static final BigDecimal CREDITS_A_DOLLAR = new BigDecimal(1000);
    private static final BigDecimal AND_A_TENTH = new BigDecimal("1.1");

    private static final List<Credits> SEED = List.of(Credits.of("6"), Credits.of("47"), Credits.of("186"));
    private static final Credits SEED_HIGH_4K = Credits.of("1467");

    /** As many as the smallest picture has that is called 4k, 3840x1648, and more than any that is called 2k. */
    private static final long PIXELS_OF_4K = 3840L * 1648;

    private final List<Credits> basic;

    PriceList(String oneK, String twoK, String fourK) {
        this.basic = List.of(Credits.of(oneK), Credits.of(twoK), Credits.of(fourK));
    }

    Credits basic(Resolution resolution) {
        return basic.get(resolution.ordinal());
    }

    /** @param quality auto is priced as medium (inferred) */
    Credits official(PixelSize size, Quality quality) {
        Quality priced = quality.priced();
        return switch (this) {
            case DERIVED -> roundedUp(Dollars.of(size, priced).multiply(AND_A_TENTH));
            case JULY_2026 -> roundedUp(Dollars.of(size, priced));
            case SIMPLE -> priced == Quality.HIGH && isFourK(size) ? SEED_HIGH_4K : SEED.get(priced.ordinal());
        };
    }

    private static boolean isFourK(PixelSize size) {
        return (long) size.width() * size.height() >= PIXELS_OF_4K;
    }

    private static Credits roundedUp(BigDecimal dollars) {
        return Credits.of(dollars.multiply(CREDITS_A_DOLLAR).setScale(0, RoundingMode.CEILING));
    }
}
