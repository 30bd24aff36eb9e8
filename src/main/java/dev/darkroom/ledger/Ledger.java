package dev.darkroom.ledger;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The credits of one sandbox. Accepting a task holds its price. The hold is then either captured or refunded, once. The
 * balance is what was granted, minus what is held, minus what was captured. It is never negative.
 *
 * <p>Not thread-safe; guarded by the sandbox's lock.
 */
public final class Ledger {

    private final Entries entries;
    private Credits granted = Credits.ZERO;
    private Credits held = Credits.ZERO;
    private Credits captured = Credits.ZERO;
    private SpendMeter meter = SpendMeter.unlimited();

    /** @param retained how many of the newest entries to keep; the sums stay exact when older entries are dropped */
    public Ledger(Credits grant, Instant now, int retained) {
        this.entries = new Entries(retained);
        grant(grant, now);
    }

    /** Grants or withdraws the difference, so that exactly {@code balance} can be spent. */
    public void setBalance(Credits balance, Instant now) {
        grant(balance.minus(balance()), now);
    }

    /**
     * Limits spending from now on. Earlier spending counts: always in {@link SpendWindow#TOTAL}, and in a window that
     * had no limit before as far back as entries are kept.
     */
    public void limit(SpendLimits limits) {
        meter = meter.withLimits(limits, this::pastCharges);
    }

    /** Limits spending, and treats the limits as used up just before the first task. */
    public void limitAndUseUp(SpendLimits limits) {
        meter = SpendMeter.usedUp(limits);
    }

    /** All the reasons why a price cannot be held now; empty when it can. */
    public List<Refusal> refusals(Credits price, Instant now) {
        List<Refusal> refusals = new ArrayList<>(0);
        meter.refusal(price, held.plus(captured), now).ifPresent(refusals::add);
        if (balance().isLessThan(price)) {
            refusals.add(new Refusal.ShortOfCredits(price, balance()));
        }
        return refusals;
    }

    /**
     * Holds the price of a task.
     *
     * @throws IllegalStateException when the balance is too low; check {@link #refusals} first
     */
    public Hold hold(UUID taskId, Credits price, Instant now) {
        if (balance().isLessThan(price)) {
            throw new IllegalStateException("a balance of " + balance() + " does not cover " + price);
        }
        held = held.plus(price);
        meter.charge(price, now);
        write(Kind.HOLD, taskId, price, now);
        return new Hold(taskId, price, now);
    }

    /** Captures the price of a completed task. Does nothing when the hold is closed already. */
    public void capture(Hold hold, Instant now) {
        if (hold.close()) {
            held = held.minus(hold.amount());
            captured = captured.plus(hold.amount());
            write(Kind.CAPTURE, hold.taskId(), hold.amount(), now);
        }
    }

    /** Refunds the price of a failed task. Does nothing when the hold is closed already. */
    public void refund(Hold hold, Instant now) {
        if (hold.close()) {
            held = held.minus(hold.amount());
            meter.refund(hold.amount(), hold.at());
            write(Kind.REFUND, hold.taskId(), hold.amount(), now);
        }
    }

    public Totals totals() {
        return new Totals(granted, held, captured, balance());
    }

    /** The oldest entries with a higher number, at most {@code limit}, oldest first. */
    public List<Entry> entriesAfter(long number, int limit) {
        return entries.after(number, limit);
    }

    /** The entries of a task, oldest first, among the {@code scanned} entries after a number. */
    public List<Entry> entriesOf(UUID taskId, long after, int scanned) {
        return entries.ofTask(taskId, after, scanned);
    }

    /** The number of the oldest entry that is kept. */
    public long firstEntry() {
        return entries.first();
    }

    /** The number of the newest entry; 0 without entries. */
    public long lastEntry() {
        return entries.written();
    }

    /** The newest entries, at most {@code limit}, oldest first. */
    public List<Entry> entries(int limit) {
        return entries.newest(limit);
    }

    /** Drops the oldest entries when memory is scarce. It keeps at least {@code kept}; the sums stay exact. */
    public void dropEntriesBeyond(int kept) {
        entries.dropBeyond(kept);
    }

    private Credits balance() {
        return granted.minus(held).minus(captured);
    }

    private void grant(Credits amount, Instant now) {
        granted = granted.plus(amount);
        write(Kind.GRANT, null, amount, now);
    }

    /**
     * The holds that were not refunded, as far back as entries are kept, oldest first. A task may reuse the id of a
     * task that was dropped.
     */
    private List<Charge> pastCharges() {
        List<Charge> past = new ArrayList<>();
        Map<UUID, Charge> lastById = new HashMap<>();
        for (Entry entry : entries.newest(Integer.MAX_VALUE)) {
            if (entry.kind() == Kind.HOLD) {
                UUID taskId = entry.taskId().orElseThrow();
                Charge previous = lastById.put(taskId, new Charge(entry.amount(), entry.at()));
                Optional.ofNullable(previous).ifPresent(past::add);
            } else if (entry.kind() == Kind.REFUND) {
                lastById.remove(entry.taskId().orElseThrow());
            }
        }
        past.addAll(lastById.values());
        return past.stream().sorted(Comparator.comparing(Charge::at)).toList();
    }

    /** @param taskId null for a grant */
    private void write(Kind kind, UUID taskId, Credits amount, Instant now) {
        entries.add(kind, taskId, amount, balance(), now);
    }
}
