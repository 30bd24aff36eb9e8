package dev.darkroom.ledger;

import dev.darkroom.ledger.Refusal.OverSpendLimit;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Measures spending against {@link SpendLimits}. A refunded amount no longer counts. */
final class SpendMeter {

    private final SpendLimits limits;
    private final Map<SpendWindow, Spending> spendings = new EnumMap<>(SpendWindow.class);
    private boolean isUsedUp;

    private SpendMeter(SpendLimits limits) {
        this.limits = limits;
    }

    static SpendMeter unlimited() {
        return new SpendMeter(SpendLimits.NONE);
    }

    /** Limits that count as used up just before the first task. */
    static SpendMeter usedUp(SpendLimits limits) {
        SpendMeter meter = unlimited().withLimits(limits, List::of);
        meter.isUsedUp = true;
        return meter;
    }

    /**
     * Returns a meter with other limits, which keeps the spending measured so far.
     *
     * @param past earlier charges, oldest first; requested only for a window that this meter does not measure
     */
    SpendMeter withLimits(SpendLimits newLimits, Supplier<List<Charge>> past) {
        SpendMeter meter = new SpendMeter(newLimits);
        boolean hasSameWindows = newLimits.windows() == limits.windows();
        for (SpendWindow window : newLimits.byWindow().keySet()) {
            if (window != SpendWindow.TOTAL) {
                Spending measured = hasSameWindows ? spendings.get(window) : null;
                meter.spendings.put(
                        window, measured == null ? new Spending(window, newLimits.windows(), past.get()) : measured);
            }
        }
        return meter;
    }

    void charge(Credits amount, Instant at) {
        spendings.values().forEach(spending -> spending.charge(amount, at));
    }

    /** Undoes a charge made at {@code chargedAt}. */
    void refund(Credits amount, Instant chargedAt) {
        spendings.values().forEach(spending -> spending.refund(amount, chargedAt));
    }

    /**
     * The limit that rejects this price now. If there are several, the one that allows it last.
     *
     * @param spent the total spent so far
     */
    Optional<OverSpendLimit> refusal(Credits price, Credits spent, Instant now) {
        if (limits.byWindow().isEmpty()) {
            return Optional.empty();
        }
        if (isUsedUp) {
            isUsedUp = false;
            spendings.forEach(
                    (window, spending) -> spending.charge(limits.byWindow().get(window), now));
        }
        return limits.byWindow().entrySet().stream()
                .map(limit -> refusal(limit.getKey(), limit.getValue(), price, spent, now))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(over -> over.allowedAt().orElse(Instant.MAX)));
    }

    private Optional<OverSpendLimit> refusal(
            SpendWindow window, Credits limit, Credits price, Credits spent, Instant now) {
        Spending spending = spendings.get(window);
        Credits spentInWindow = spending == null ? spent : spending.sum(now);
        if (!limit.isLessThan(spentInWindow.plus(price))) {
            return Optional.empty();
        }
        Optional<Instant> allowedAt = spending == null ? Optional.empty() : spending.fallsTo(limit.minus(price), now);
        return Optional.of(new OverSpendLimit(window, limit, allowedAt));
    }
}
