package dev.darkroom.ledger;

/**
 * The sums of a ledger at one moment.
 *
 * @param granted all that was ever granted
 * @param held set aside for unfinished tasks
 * @param captured taken for completed tasks
 * @param balance granted − held − captured: what can be spent
 */
public record Totals(Credits granted, Credits held, Credits captured, Credits balance) {

    public static final Totals NOTHING = new Totals(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);

    public Totals plus(Totals other) {
        return new Totals(
                granted.plus(other.granted),
                held.plus(other.held),
                captured.plus(other.captured),
                balance.plus(other.balance));
    }
}
