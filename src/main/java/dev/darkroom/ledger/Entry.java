package dev.darkroom.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of a ledger.
 *
 * @param number counts from 1, without gaps, over the ledger's whole life
 * @param at the sandbox' time
 * @param taskId the task that it is about; absent for a grant
 * @param amount what was granted, held, captured or given back; only a grant may be negative, when a balance is
 *     set to less than it was
 * @param balance what could be spent after this line
 */
public record Entry(long number, Instant at, Kind kind, Optional<UUID> taskId, Credits amount, Credits balance) {

    public enum Kind {
        GRANT,
        HOLD,
        CAPTURE,
        REFUND
    }
}
