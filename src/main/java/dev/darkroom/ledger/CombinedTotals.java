package dev.darkroom.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Function;

/**
 * The sums of several ledgers, in credits. They are not {@link Credits}, because the balances of 10,000 sandboxes can
 * exceed a {@code long} of millionths.
 *
 * @param granted all credits that were ever granted
 * @param held credits reserved for unfinished tasks
 * @param captured credits spent on completed tasks
 * @param balance granted − held − captured: the credits that can be spent
 */
public record CombinedTotals(BigDecimal granted, BigDecimal held, BigDecimal captured, BigDecimal balance) {

    public static CombinedTotals of(Collection<Totals> ledgers) {
        return new CombinedTotals(
                sum(ledgers, Totals::granted),
                sum(ledgers, Totals::held),
                sum(ledgers, Totals::captured),
                sum(ledgers, Totals::balance));
    }

    private static BigDecimal sum(Collection<Totals> ledgers, Function<Totals, Credits> part) {
        return ledgers.stream().map(part).map(Credits::toBigDecimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
