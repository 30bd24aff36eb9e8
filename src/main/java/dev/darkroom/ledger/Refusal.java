package dev.darkroom.ledger;

import java.time.Instant;
import java.util.Optional;

/** A reason why credits cannot be held. */
public sealed interface Refusal {

    record ShortOfCredits(Credits price, Credits balance) implements Refusal {}

    /**
     * @param limit the limit of that window
     * @param opensAt when the same price fits, if nothing else is spent until then. The time may come earlier if an
     *     unfinished task fails. Empty when waiting alone never helps.
     */
    record OverSpendLimit(SpendWindow window, Credits limit, Optional<Instant> opensAt) implements Refusal {}
}
