package dev.darkroom.ledger;

import java.time.Instant;
import java.util.UUID;

/** The price of one task, set aside until it is captured or given back, which happens once. */
public final class Hold {

    private final UUID taskId;
    private final Credits amount;
    private final Instant at;
    private boolean open = true;

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

    /** @return whether it was open until now */
    boolean close() {
        boolean was = open;
        open = false;
        return was;
    }
}
