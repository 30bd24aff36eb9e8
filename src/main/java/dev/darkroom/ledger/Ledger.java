package dev.darkroom.ledger;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The credits of one sandbox. Credits are held when a task is accepted, then either captured or given back, once:
 * the balance is what was granted, less what is held, less what was captured, and is never negative.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
public final class Ledger {

    private final int retained;
    private final Map<UUID, Credits> holds = new HashMap<>();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long written;
    private Credits granted = Credits.ZERO;
    private Credits held = Credits.ZERO;
    private Credits captured = Credits.ZERO;

    /** @param retained how many of the newest entries are kept; the sums stay exact whatever is dropped */
    public Ledger(Credits grant, Instant now, int retained) {
        this.retained = retained;
        grant(grant, now);
    }

    /** Grants what is missing, or takes back what is too much, so that exactly {@code balance} can be spent. */
    public void setBalance(Credits balance, Instant now) {
        grant(balance.minus(balance()), now);
    }

    /**
     * Sets the price of a task aside.
     *
     * @return false, and nothing is changed, when the balance is short
     */
    public boolean hold(UUID taskId, Credits price, Instant now) {
        if (balance().isLessThan(price)) {
            return false;
        }
        if (holds.putIfAbsent(taskId, price) != null) {
            throw new IllegalStateException("task " + taskId + " has a hold already");
        }
        held = held.plus(price);
        write(Kind.HOLD, Optional.of(taskId), price, now);
        return true;
    }

    /** Takes the price of a completed task for good. Without a hold, as after the first call, it does nothing. */
    public void capture(UUID taskId, Instant now) {
        Credits price = release(taskId);
        if (price != null) {
            captured = captured.plus(price);
            write(Kind.CAPTURE, Optional.of(taskId), price, now);
        }
    }

    /** Gives the price of a failed task back. Without a hold, as after the first call, it does nothing. */
    public void refund(UUID taskId, Instant now) {
        Credits price = release(taskId);
        if (price != null) {
            write(Kind.REFUND, Optional.of(taskId), price, now);
        }
    }

    public Totals totals() {
        return new Totals(granted, held, captured, balance());
    }

    /** The newest entries that are kept, up to {@code limit}, oldest first. */
    public List<Entry> entries(int limit) {
        return entries.stream().skip(Math.max(0, entries.size() - limit)).toList();
    }

    private Credits balance() {
        return granted.minus(held).minus(captured);
    }

    private void grant(Credits amount, Instant now) {
        granted = granted.plus(amount);
        write(Kind.GRANT, Optional.empty(), amount, now);
    }

    private Credits release(UUID taskId) {
        Credits price = holds.remove(taskId);
        if (price != null) {
            held = held.minus(price);
        }
        return price;
    }

    private void write(Kind kind, Optional<UUID> taskId, Credits amount, Instant now) {
        if (entries.size() == retained) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(++written, now, kind, taskId, amount, balance()));
    }
}
