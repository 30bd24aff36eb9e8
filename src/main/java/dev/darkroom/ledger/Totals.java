package dev.darkroom.ledger;

/**
 * The sums of a ledger at one moment.
 *
 * @param granted all credits that were ever granted
 * @param held credits reserved for unfinished tasks
 * @param captured credits spent on completed tasks
 * @param balance granted − held − captured: the credits that can be spent
 */
public record Totals(Credits granted, Credits held, Credits captured, Credits balance) {}
