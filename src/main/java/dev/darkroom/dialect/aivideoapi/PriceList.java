package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.ledger.Credits;
import java.math.BigDecimal;

/** The credits per image, by resolution, and what a credit costs. No page charges for references. */
enum PriceList {
    /** The vendor's page (seeds/001: Pricing). */
    V1("2.4", "4.8", "7.2", "0.005"),
    /** Newer pages of the same site (providers/aivideoapi.md §7: V2 and V3). */
    V2("4.7", "9.4", "14.1", "0.005"),
    /** 12 credits, which are $0.012, per image at every resolution (seeds/000). */
    FLAT("12", "12", "12", "0.001");

    private final Credits oneK;
    private final Credits twoK;
    private final Credits fourK;
    private final BigDecimal creditPrice;

    PriceList(String oneK, String twoK, String fourK, String creditPrice) {
        this.oneK = Credits.of(oneK);
        this.twoK = Credits.of(twoK);
        this.fourK = Credits.of(fourK);
        this.creditPrice = new BigDecimal(creditPrice);
    }

    /** In US dollars. */
    BigDecimal creditPrice() {
        return creditPrice;
    }

    Credits price(Resolution resolution) {
        return switch (resolution) {
            case ONE_K -> oneK;
            case TWO_K -> twoK;
            case FOUR_K -> fourK;
        };
    }
}
