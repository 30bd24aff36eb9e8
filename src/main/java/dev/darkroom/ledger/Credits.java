package dev.darkroom.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An amount of credits, exact to a millionth. Prices such as 2.4 have no exact binary fraction, so the amount is a
 * whole number of millionths. The unit is fine enough for prices such as $0.00588, and a {@code long} of it holds more
 * than 9,000 times the highest balance that a client may set.
 *
 * @param micros the amount, in millionths of a credit; may be negative
 */
public record Credits(long micros) implements Comparable<Credits> {

    public static final Credits ZERO = new Credits(0);

    /** The rule of {@link #balance}, for error messages. */
    public static final String BALANCE_RULE = "a number from 0 to 1000000000 with at most three decimals";

    private static final int DECIMALS = 6;
    private static final int BALANCE_DECIMALS = 3;
    private static final BigDecimal MAX_BALANCE = BigDecimal.valueOf(1_000_000_000);

    /**
     * Reads an amount such as {@code 2.4}.
     *
     * @throws ArithmeticException when the amount has more than six decimals or does not fit a {@code long} of
     *     millionths
     */
    public static Credits of(BigDecimal amount) {
        return new Credits(amount.movePointRight(DECIMALS)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    /** Like {@link #of(BigDecimal)}, for a literal. */
    public static Credits of(String amount) {
        return of(new BigDecimal(amount));
    }

    /**
     * Reads a balance or a limit from a request or a setting: an amount from 0 to 1,000,000,000 with at most three
     * decimals, which is coarser than the unit. Empty for any other amount.
     */
    public static Optional<Credits> balance(BigDecimal amount) {
        boolean isAllowed = amount.signum() >= 0
                && amount.compareTo(MAX_BALANCE) <= 0
                && amount.stripTrailingZeros().scale() <= BALANCE_DECIMALS;
        return isAllowed ? Optional.of(of(amount)) : Optional.empty();
    }

    public Credits plus(Credits other) {
        return new Credits(Math.addExact(micros, other.micros));
    }

    public Credits minus(Credits other) {
        return new Credits(Math.subtractExact(micros, other.micros));
    }

    public Credits times(int factor) {
        return new Credits(Math.multiplyExact(micros, factor));
    }

    public boolean isLessThan(Credits other) {
        return micros < other.micros;
    }

    /** The amount with as few decimals as possible: 2.4 stays 2.4, and 12.000 becomes 12. */
    public BigDecimal toBigDecimal() {
        BigDecimal shortest = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
