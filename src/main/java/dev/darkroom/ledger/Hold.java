package dev.darkroom.ledger;

import java.time.Instant;
import java.util.UUID;

/** The price of one task, reserved until it is captured or refunded. A hold is closed once. */
public final class Hold {

    private final UUID taskId;
    private final Credits amount;
    private final Instant at;
    private boolean isOpen = true;

    Hold(UUID taskId, Credits amount, Instant at) {
        this.taskId = taskId;
        this.amount = amount;
        this.at = at;
    }

    UUID taskId() {
        return taskId;
    }

    Credits amount() {
        return amount;
    }

    Instant at() {
        return at;
    }

    /** @return whether this call closed the hold */
    boolean close() {
        boolean wasOpen = isOpen;
        isOpen = false;
        return wasOpen;
    }
}
