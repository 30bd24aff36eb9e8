package dev.darkroom.dialect.getimg;

import dev.darkroom.ledger.Credits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats amounts. For this vendor, the ledger's credits are US dollars. */
final class Dollars {

    static final String CURRENCY = "USD";

    private static final int CENTS = 2;

    private Dollars() {}

    /** Two decimals, or three if the amount needs them: {@code 12.34}, {@code 100.00}. */
    static String text(Credits amount) {
        BigDecimal shortest = amount.toBigDecimal();
        return shortest.setScale(Math.max(CENTS, shortest.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
