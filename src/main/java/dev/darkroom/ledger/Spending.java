package dev.darkroom.ledger;

import dev.darkroom.ledger.SpendLimits.Windows;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The spending in one window. It is exact for up to {@value #MAX_SEPARATE} charges. Beyond that, adjacent charges are
 * merged into one at the later of their instants, so that the sum is never too low.
 */
final class Spending {

    static final int MAX_SEPARATE = 4096;

    private final SpendWindow window;
    private final Windows windows;
    private TreeMap<Instant, Credits> charges = new TreeMap<>();
    private Credits sum = Credits.ZERO;
    private Instant lastExpired = Instant.MIN;

    /** @param past earlier charges, oldest first */
    Spending(SpendWindow window, Windows windows, List<Charge> past) {
        this.window = window;
        this.windows = windows;
        past.forEach(charge -> charge(charge.amount(), charge.at()));
    }

    void charge(Credits amount, Instant at) {
        charges.merge(at, amount, Credits::plus);
        sum = sum.plus(amount);
        if (charges.size() > MAX_SEPARATE) {
            mergeAdjacent();
        }
    }

    /** Undoes a charge, unless it has already left the window. */
    void refund(Credits amount, Instant chargedAt) {
        if (chargedAt.isAfter(lastExpired)) {
            Map.Entry<Instant, Credits> charge = charges.ceilingEntry(chargedAt);
            charges.put(charge.getKey(), charge.getValue().minus(amount));
            sum = sum.minus(amount);
        }
    }

    Credits sum(Instant now) {
        while (!charges.isEmpty() && !expiresAt(charges.firstKey()).isAfter(now)) {
            Map.Entry<Instant, Credits> oldest = charges.pollFirstEntry();
            lastExpired = oldest.getKey();
            sum = sum.minus(oldest.getValue());
        }
        return sum;
    }

    /** When the sum falls to {@code limit} if nothing more is charged; empty when it never does. */
    Optional<Instant> fallsTo(Credits limit, Instant now) {
        Credits remaining = sum(now);
        Instant at = now;
        Iterator<Map.Entry<Instant, Credits>> oldestFirst = charges.entrySet().iterator();
        while (limit.isLessThan(remaining) && oldestFirst.hasNext()) {
            Map.Entry<Instant, Credits> charge = oldestFirst.next();
            remaining = remaining.minus(charge.getValue());
            at = expiresAt(charge.getKey());
        }
        return limit.isLessThan(remaining) ? Optional.empty() : Optional.of(at);
    }

    private Instant expiresAt(Instant chargedAt) {
        Instant start = windows == Windows.CALENDAR ? chargedAt.truncatedTo(window.unit()) : chargedAt;
        return start.plus(window.length());
    }

    private void mergeAdjacent() {
        TreeMap<Instant, Credits> merged = new TreeMap<>();
        for (Iterator<Map.Entry<Instant, Credits>> entries = charges.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<Instant, Credits> earlier = entries.next();
            Map.Entry<Instant, Credits> later =
                    entries.hasNext() ? entries.next() : Map.entry(earlier.getKey(), Credits.ZERO);
            merged.put(later.getKey(), earlier.getValue().plus(later.getValue()));
        }
        charges = merged;
    }
}
