package dev.darkroom.dialect.aivideoapi;

import dev.darkroom.api.image.Resolution;
import dev.darkroom.ledger.Credits;

/** The credits per image, by resolution. No page charges for references. */
enum PriceList {
    /** The vendor's page (seeds/001: Pricing). */
    V1("2.4", "4.8", "7.2"),
    /** Newer pages of the same site (providers/aivideoapi.md §7: V2 and V3). */
    V2("4.7", "9.4", "14.1"),
    /** 12 credits per image at every resolution (seeds/000). */
    FLAT("12", "12", "12");

    private final Credits oneK;
    private final Credits twoK;
    private final Credits fourK;

    PriceList(String oneK, String twoK, String fourK) {
        this.oneK = Credits.of(oneK);
        this.twoK = Credits.of(twoK);
        this.fourK = Credits.of(fourK);
    }

    Credits price(Resolution resolution) {
        return switch (resolution) {
            case ONE_K -> oneK;
            case TWO_K -> twoK;
            case FOUR_K -> fourK;
        };
    }
}
