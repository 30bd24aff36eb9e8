package dev.darkroom.ledger;

import java.time.Instant;
import java.util.Optional;

/** A reason why credits cannot be held. */
public sealed interface Refusal {

    record ShortOfCredits(Credits price, Credits balance) implements Refusal {}

    /**
     * @param limit the limit of that window
     * @param allowedAt when the limit allows the same price, if nothing else is spent until then. It may allow it
     *     earlier if an unfinished task fails. Empty if the limit never allows it by the passage of time alone.
     */
    record OverSpendLimit(SpendWindow window, Credits limit, Optional<Instant> allowedAt) implements Refusal {}
}
