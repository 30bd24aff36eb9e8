package dev.darkroom.control;

import dev.darkroom.ledger.Entry;
import dev.darkroom.sandbox.SandboxLedger;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;

/** Finds the ledger entries of one task. It reads all entries, part by part, so that it never holds the lock for long. */
final class TaskEntries {

    /** How many entries are read at once. */
    static final int SCANNED = 4096;

    private TaskEntries() {}

    /** The newest entries of the task, at most {@code limit}, oldest first. */
    static List<Entry> newest(SandboxLedger ledger, UUID taskId, int limit) {
        long last = ledger.lastEntry();
        ArrayDeque<Entry> found = new ArrayDeque<>();
        for (long position = ledger.firstEntry() - 1; position < last; position += SCANNED) {
            found.addAll(ledger.entriesOf(taskId, position, SCANNED));
            while (found.size() > limit) {
                found.removeFirst();
            }
        }
        return List.copyOf(found);
    }
}
