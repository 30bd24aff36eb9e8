package dev.darkroom.dialect.getimg;

import dev.darkroom.ledger.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as texts. The ledger's credits are US dollars here. */
final class Dollars {

    static final String CURRENCY = "USD";

    private static final int CENTS = 2;

    private Dollars() {}

    /** With two decimals, or three where it takes them: 12.34, 100.00. */
    static String text(Credits amount) {
        BigDecimal shortest = amount.toBigDecimal();
        return shortest.setScale(Math.max(CENTS, shortest.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
