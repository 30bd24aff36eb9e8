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
 * The credits of one sandbox. Credits are held when a task is accepted, then either captured or given back, once:
 * the balance is what was granted, less what is held, less what was captured, and is never negative.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
public final class Ledger {

    private final Entries entries;
    private Credits granted = Credits.ZERO;
    private Credits held = Credits.ZERO;
    private Credits captured = Credits.ZERO;
    private SpendMeter meter = SpendMeter.unlimited();

    /** @param retained how many of the newest entries are kept; the sums stay exact whatever is dropped */
    public Ledger(Credits grant, Instant now, int retained) {
        this.entries = new Entries(retained);
        grant(grant, now);
    }

    /** Grants what is missing, or takes back what is too much, so that exactly {@code balance} can be spent. */
    public void setBalance(Credits balance, Instant now) {
        grant(balance.minus(balance()), now);
    }

    /**
     * Limits what is spent from now on. What was spent before counts: in all it always does, in a window that was not
     * limited before as far back as there are entries for it.
     */
    public void limit(SpendLimits limits) {
        meter = meter.under(limits, this::past);
    }

    /** Limits spending, as if all that is allowed had been spent just before the first task. */
    public void limitAndUseUp(SpendLimits limits) {
        meter = SpendMeter.usedUp(limits);
    }

    /** All the reasons why a price cannot be set aside now; none when it can. */
    public List<Refusal> refusals(Credits price, Instant now) {
        List<Refusal> refusals = new ArrayList<>(0);
        meter.refusal(price, held.plus(captured), now).ifPresent(refusals::add);
        if (balance().isLessThan(price)) {
            refusals.add(new Refusal.ShortOfCredits(price, balance()));
        }
        return refusals;
    }

    /**
     * Sets the price of a task aside.
     *
     * @throws IllegalStateException when the balance cannot bear it; {@link #refusals} tells before
     */
    public Hold hold(UUID taskId, Credits price, Instant now) {
        if (balance().isLessThan(price)) {
            throw new IllegalStateException("a balance of " + balance() + " cannot bear " + price);
        }
        held = held.plus(price);
        meter.charge(price, now);
        write(Kind.HOLD, taskId, price, now);
        return new Hold(taskId, price, now);
    }

    /** Takes the price of a completed task for good; a second time, nothing happens. */
    public void capture(Hold hold, Instant now) {
        if (hold.close()) {
            held = held.minus(hold.amount());
            captured = captured.plus(hold.amount());
            write(Kind.CAPTURE, hold.taskId(), hold.amount(), now);
        }
    }

    /** Gives the price of a failed task back; a second time, nothing happens. */
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

    /** The newest entries that are kept, up to {@code limit}, oldest first. */
    public List<Entry> entries(int limit) {
        return entries.newest(limit);
    }

    private Credits balance() {
        return granted.minus(held).minus(captured);
    }

    private void grant(Credits amount, Instant now) {
        granted = granted.plus(amount);
        write(Kind.GRANT, null, amount, now);
    }

    /** What was spent and not given back, as far as it is known, oldest first. The id of a task that is gone may come again. */
    private List<Charge> past() {
        List<Charge> past = new ArrayList<>();
        Map<UUID, Charge> last = new HashMap<>();
        for (Entry entry : entries.newest(Integer.MAX_VALUE)) {
            if (entry.kind() == Kind.HOLD) {
                UUID taskId = entry.taskId().orElseThrow();
                Charge before = last.put(taskId, new Charge(entry.amount(), entry.at()));
                Optional.ofNullable(before).ifPresent(past::add);
            } else if (entry.kind() == Kind.REFUND) {
                last.remove(entry.taskId().orElseThrow());
            }
        }
        past.addAll(last.values());
        return past.stream().sorted(Comparator.comparing(Charge::at)).toList();
    }

    /** @param taskId null when it is about none */
    private void write(Kind kind, UUID taskId, Credits amount, Instant now) {
        entries.add(kind, taskId, amount, balance(), now);
    }
}
