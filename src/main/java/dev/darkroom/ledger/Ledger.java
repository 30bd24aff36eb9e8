package dev.darkroom.ledger;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
    private final Map<UUID, Hold> holds = new HashMap<>();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long written;
    private Credits granted = Credits.ZERO;
    private Credits held = Credits.ZERO;
    private Credits captured = Credits.ZERO;
    private SpendMeter meter = new SpendMeter(SpendLimits.NONE, false);

    /** @param retained how many of the newest entries are kept; the sums stay exact whatever is dropped */
    public Ledger(Credits grant, Instant now, int retained) {
        this.retained = retained;
        grant(grant, now);
    }

    /** Grants what is missing, or takes back what is too much, so that exactly {@code balance} can be spent. */
    public void setBalance(Credits balance, Instant now) {
        grant(balance.minus(balance()), now);
    }

    /** Limits what is spent from now on; what was spent before counts, as far back as there are entries for it. */
    public void limit(SpendLimits limits) {
        meter = new SpendMeter(limits, false);
        Map<UUID, Instant> heldAt = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.kind() == Kind.HOLD)
                .forEach(entry -> heldAt.put(entry.taskId().orElseThrow(), entry.at()));
        holds.forEach((taskId, hold) -> {
            if (heldAt.putIfAbsent(taskId, hold.at()) == null) {
                meter.charge(hold.price(), hold.at());
            }
        });
        entries.forEach(entry -> spendAgain(entry, heldAt));
    }

    /** Limits spending, as if all that is allowed had been spent just before the first task. */
    public void limitAndUseUp(SpendLimits limits) {
        meter = new SpendMeter(limits, true);
    }

    /**
     * Sets the price of a task aside.
     *
     * @return all the reasons why that cannot be done, and then nothing is changed; none when it is done
     */
    public List<Refusal> hold(UUID taskId, Credits price, Instant now) {
        List<Refusal> refusals = refusals(price, now);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        if (holds.putIfAbsent(taskId, new Hold(price, now)) != null) {
            throw new IllegalStateException("task " + taskId + " has a hold already");
        }
        held = held.plus(price);
        meter.charge(price, now);
        write(Kind.HOLD, Optional.of(taskId), price, now);
        return refusals;
    }

    /** Takes the price of a completed task for good. Without a hold, as after the first call, it does nothing. */
    public void capture(UUID taskId, Instant now) {
        Hold hold = release(taskId);
        if (hold != null) {
            captured = captured.plus(hold.price());
            write(Kind.CAPTURE, Optional.of(taskId), hold.price(), now);
        }
    }

    /** Gives the price of a failed task back. Without a hold, as after the first call, it does nothing. */
    public void refund(UUID taskId, Instant now) {
        Hold hold = release(taskId);
        if (hold != null) {
            meter.refund(hold.price(), hold.at());
            write(Kind.REFUND, Optional.of(taskId), hold.price(), now);
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

    private void spendAgain(Entry entry, Map<UUID, Instant> heldAt) {
        Instant at = entry.taskId().map(heldAt::get).orElse(null);
        if (at != null && entry.kind() == Kind.HOLD) {
            meter.charge(entry.amount(), at);
        } else if (at != null && entry.kind() == Kind.REFUND) {
            meter.refund(entry.amount(), at);
        }
    }

    private List<Refusal> refusals(Credits price, Instant now) {
        List<Refusal> refusals = new ArrayList<>(0);
        meter.refusal(price, held.plus(captured), now).ifPresent(refusals::add);
        if (balance().isLessThan(price)) {
            refusals.add(new Refusal.ShortOfCredits(price, balance()));
        }
        return refusals;
    }

    private Hold release(UUID taskId) {
        Hold hold = holds.remove(taskId);
        if (hold != null) {
            held = held.minus(hold.price());
        }
        return hold;
    }

    private void write(Kind kind, Optional<UUID> taskId, Credits amount, Instant now) {
        if (entries.size() == retained) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(++written, now, kind, taskId, amount, balance()));
    }

    private record Hold(Credits price, Instant at) {}
}
