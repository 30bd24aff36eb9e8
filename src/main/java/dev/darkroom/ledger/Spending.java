package dev.darkroom.ledger;

import dev.darkroom.ledger.SpendLimits.Windows;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was spent in one window. Exact for as many charges as are kept apart; beyond that, neighbours count as one at
 * the later of their instants, so that it never says too little.
 */
final class Spending {

    static final int KEPT_APART = 4096;

    private final SpendWindow window;
    private final Windows windows;
    private TreeMap<Instant, Credits> charges = new TreeMap<>();
    private Credits sum = Credits.ZERO;
    private Instant lastToLeave = Instant.MIN;

    /** @param past what was spent before, oldest first */
    Spending(SpendWindow window, Windows windows, List<Charge> past) {
        this.window = window;
        this.windows = windows;
        past.forEach(charge -> charge(charge.amount(), charge.at()));
    }

    void charge(Credits amount, Instant at) {
        charges.merge(at, amount, Credits::plus);
        sum = sum.plus(amount);
        if (charges.size() > KEPT_APART) {
            mergeNeighbours();
        }
    }

    /** Undoes a charge, unless it has left the window. */
    void refund(Credits amount, Instant chargedAt) {
        if (chargedAt.isAfter(lastToLeave)) {
            Map.Entry<Instant, Credits> charge = charges.ceilingEntry(chargedAt);
            charges.put(charge.getKey(), charge.getValue().minus(amount));
            sum = sum.minus(amount);
        }
    }

    Credits sum(Instant now) {
        while (!charges.isEmpty() && !leavesAt(charges.firstKey()).isAfter(now)) {
            Map.Entry<Instant, Credits> oldest = charges.pollFirstEntry();
            lastToLeave = oldest.getKey();
            sum = sum.minus(oldest.getValue());
        }
        return sum;
    }

    /** When the sum will be no more than {@code most}, if nothing is added; empty when that is never. */
    Optional<Instant> fallsTo(Credits most, Instant now) {
        Credits left = sum(now);
        Instant at = now;
        Iterator<Map.Entry<Instant, Credits>> oldestFirst = charges.entrySet().iterator();
        while (most.isLessThan(left) && oldestFirst.hasNext()) {
            Map.Entry<Instant, Credits> charge = oldestFirst.next();
            left = left.minus(charge.getValue());
            at = leavesAt(charge.getKey());
        }
        return most.isLessThan(left) ? Optional.empty() : Optional.of(at);
    }

    private Instant leavesAt(Instant chargedAt) {
        Instant start = windows == Windows.CALENDAR ? chargedAt.truncatedTo(window.unit()) : chargedAt;
        return start.plus(window.length());
    }

    private void mergeNeighbours() {
        TreeMap<Instant, Credits> merged = new TreeMap<>();
        for (Iterator<Map.Entry<Instant, Credits>> all = charges.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Instant, Credits> earlier = all.next();
            Map.Entry<Instant, Credits> later = all.hasNext() ? all.next() : Map.entry(earlier.getKey(), Credits.ZERO);
            merged.put(later.getKey(), earlier.getValue().plus(later.getValue()));
        }
        charges = merged;
    }
}
