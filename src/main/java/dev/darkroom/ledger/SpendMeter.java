package dev.darkroom.ledger;

import dev.darkroom.ledger.Refusal.OverSpendLimit;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds what is spent against {@link SpendLimits}. What is given back no longer counts as spent. */
final class SpendMeter {

    private final SpendLimits limits;
    private final Map<SpendWindow, Spending> spendings = new EnumMap<>(SpendWindow.class);
    private boolean usedUp;

    private SpendMeter(SpendLimits limits) {
        this.limits = limits;
    }

    static SpendMeter unlimited() {
        return new SpendMeter(SpendLimits.NONE);
    }

    /** Limits that somebody seems to have used up just before the first task. */
    static SpendMeter usedUp(SpendLimits limits) {
        SpendMeter meter = unlimited().under(limits, List::of);
        meter.usedUp = true;
        return meter;
    }

    /**
     * The same spending under other limits.
     *
     * @param past what was spent before; asked for when there is a window that has not been measured so far
     */
    SpendMeter under(SpendLimits others, Supplier<List<Charge>> past) {
        SpendMeter meter = new SpendMeter(others);
        boolean sameWindows = others.windows() == limits.windows();
        for (SpendWindow window : others.most().keySet()) {
            if (window != SpendWindow.TOTAL) {
                Spending measured = sameWindows ? spendings.get(window) : null;
                meter.spendings.put(
                        window, measured == null ? new Spending(window, others.windows(), past.get()) : measured);
            }
        }
        return meter;
    }

    void charge(Credits amount, Instant at) {
        spendings.values().forEach(spending -> spending.charge(amount, at));
    }

    /** Undoes a charge that was made at {@code chargedAt}. */
    void refund(Credits amount, Instant chargedAt) {
        spendings.values().forEach(spending -> spending.refund(amount, chargedAt));
    }

    /**
     * The limit that keeps this price from being charged now; of several, the one that opens last.
     *
     * @param spent all that is spent
     */
    Optional<OverSpendLimit> refusal(Credits price, Credits spent, Instant now) {
        if (limits.most().isEmpty()) {
            return Optional.empty();
        }
        if (usedUp) {
            usedUp = false;
            spendings.forEach(
                    (window, spending) -> spending.charge(limits.most().get(window), now));
        }
        return limits.most().entrySet().stream()
                .map(limit -> refusal(limit.getKey(), limit.getValue(), price, spent, now))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(over -> over.opensAt().orElse(Instant.MAX)));
    }

    private Optional<OverSpendLimit> refusal(
            SpendWindow window, Credits limit, Credits price, Credits spent, Instant now) {
        Spending spending = spendings.get(window);
        Credits spentInWindow = spending == null ? spent : spending.sum(now);
        if (!limit.isLessThan(spentInWindow.plus(price))) {
            return Optional.empty();
        }
        Optional<Instant> opensAt = spending == null ? Optional.empty() : spending.fallsTo(limit.minus(price), now);
        return Optional.of(new OverSpendLimit(window, limit, opensAt));
    }
}
