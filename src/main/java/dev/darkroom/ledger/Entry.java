package dev.darkroom.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of a ledger.
 *
 * @param number counts from 1, without gaps, over the ledger's lifetime
 * @param at the time on the sandbox's clock
 * @param taskId the task that the credits were held for; empty for a grant
 * @param amount the credits granted, held, captured or refunded. Only a grant can be negative: it lowers the balance
 * @param balance the credits that could be spent after this entry
 */
public record Entry(long number, Instant at, Kind kind, Optional<UUID> taskId, Credits amount, Credits balance) {

    public enum Kind {
        GRANT,
        HOLD,
        CAPTURE,
        REFUND
    }
}
