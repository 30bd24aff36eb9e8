package dev.darkroom.sandbox;

import dev.darkroom.ledger.Entry;
import dev.darkroom.ledger.Ledger;
import java.util.List;
import java.util.UUID;

/** The ledger of a sandbox, for reading part by part. Thread-safe. */
public final class SandboxLedger {

    private final SandboxLock lock;
    private final Ledger ledger;

    SandboxLedger(SandboxLock lock, Ledger ledger) {
        this.lock = lock;
        this.ledger = ledger;
    }

    /** As {@link Ledger#entriesAfter}. */
    public List<Entry> entriesAfter(long number, int limit) {
        return lock.act(now -> ledger.entriesAfter(number, limit));
    }

    /** As {@link Ledger#entriesOf}. */
    public List<Entry> entriesOf(UUID taskId, long after, int scanned) {
        return lock.act(now -> ledger.entriesOf(taskId, after, scanned));
    }

    /** As {@link Ledger#firstEntry}. */
    public long firstEntry() {
        return lock.act(now -> ledger.firstEntry());
    }

    /** As {@link Ledger#lastEntry}. */
    public long lastEntry() {
        return lock.act(now -> ledger.lastEntry());
    }
}
