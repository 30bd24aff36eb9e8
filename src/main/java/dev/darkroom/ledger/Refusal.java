package dev.darkroom.ledger;

import java.time.Instant;
import java.util.Optional;

/** Why credits cannot be held. */
public sealed interface Refusal {

    record ShortOfCredits(Credits price, Credits balance) implements Refusal {}

    /**
     * @param limit what may be spent in that window
     * @param opensAt when the same price will fit if nothing else is spent before; earlier when an unfinished task
     *     fails. Empty when time alone makes no room.
     */
    record OverSpendLimit(SpendWindow window, Credits limit, Optional<Instant> opensAt) implements Refusal {}
}
