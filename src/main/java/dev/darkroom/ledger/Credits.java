package dev.darkroom.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of credits, exact to a thousandth. Prices such as 2.4 have no exact binary fraction, so the
 * amount is a whole number of thousandths.
 *
 * @param thousandths the amount, in thousandths of a credit; may be negative
 */
public record Credits(long thousandths) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    private static final int DIGITS = 3;

    /**
     * Reads an amount such as {@code 2.4}.
     *
     * @throws ArithmeticException when it has more than three decimals or does not fit
     */
    public static Credits of(BigDecimal amount) {
        return new Credits(amount.movePointRight(DIGITS)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    /** As {@link #of(BigDecimal)}, from a literal. */
    public static Credits of(String amount) {
        return of(new BigDecimal(amount));
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(thousandths, other.thousandths));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(thousandths, other.thousandths));
    }

    public boolean isLessThan(Credits other) {
        return thousandths < other.thousandths;
    }

    /** The amount with as few decimals as it needs: 2.4 stays 2.4, and 12.000 is 12. */
    public BigDecimal toBigDecimal() {
        BigDecimal shortest = BigDecimal.valueOf(thousandths, DIGITS).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
