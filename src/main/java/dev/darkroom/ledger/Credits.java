package dev.darkroom.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount of credits, exact to a thousandth. Prices such as 2.4 have no exact binary fraction, so the
 * amount is a whole number of thousandths.
 *
 * @param thousandths the amount, in thousandths of a credit; may be negative
 */
public record Credits(long thousandths) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    /** What {@link #balance} takes, in words. */
    public static final String BALANCE_RULE = "a number from 0 to 1000000000 with at most three decimals";

    private static final int DIGITS = 3;
    private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000);

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

    /** A balance that somebody asks for: from 0 to a milliard, with at most three decimals; empty for anything else. */
    public static Optional<Credits> balance(BigDecimal amount) {
        boolean fits = amount.signum() >= 0
                && amount.compareTo(MAX) <= 0
                && amount.stripTrailingZeros().scale() <= DIGITS;
        return fits ? Optional.of(of(amount)) : Optional.empty();
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
