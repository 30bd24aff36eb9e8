package dev.darkroom.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Counts the exchanges that meet all conditions, and remembers those that come near. What it takes for one exchange does
 * not depend on how many there were before.
 *
 * <p>Safe for use by several threads.
 */
public final class Verification {

    /** So many are shown of those that explain a failure. */
    static final int MAX_SHOWN = 3;

    /** So many are named of those that match. */
    static final int MAX_NAMED = 100;

    private final List<Condition> conditions;
    private final Times times;
    private final List<Long> named = new ArrayList<>();
    private final Deque<Comparison> newestMatches = new ArrayDeque<>();
    private final List<Comparison> nearest = new ArrayList<>();
    private long newest;
    private int seen;
    private int count;

    public Verification(List<Condition> conditions, Times times) {
        this.conditions = List.copyOf(conditions);
        this.times = times;
    }

    /** One after the other in the order of their numbers; what it was told of before is passed over. */
    public synchronized void add(Exchange exchange) {
        if (exchange.number() <= newest) {
            return;
        }
        newest = exchange.number();
        seen++;
        Comparison comparison = new Comparison(exchange, conditions);
        if (comparison.isMatch()) {
            addMatch(comparison);
        } else {
            addMiss(comparison);
        }
    }

    /** Whether there is nothing to wait for: as many as are expected have come, or more. */
    public synchronized boolean isSettled() {
        return times.fits(count) || times.isExceededBy(count);
    }

    /** How it stands. */
    public synchronized Verdict verdict() {
        return new Verdict(
                times,
                count,
                List.copyOf(named),
                seen,
                List.copyOf(times.isExceededBy(count) ? newestMatches : nearest));
    }

    private void addMatch(Comparison match) {
        count++;
        if (named.size() < MAX_NAMED) {
            named.add(match.exchange().number());
        }
        newestMatches.addFirst(match);
        if (newestMatches.size() > MAX_SHOWN) {
            newestMatches.removeLast();
        }
    }

    private void addMiss(Comparison miss) {
        int rank = 0;
        while (rank < nearest.size() && nearest.get(rank).held() > miss.held()) {
            rank++;
        }
        if (rank < MAX_SHOWN) {
            nearest.add(rank, miss);
        }
        if (nearest.size() > MAX_SHOWN) {
            nearest.remove(MAX_SHOWN);
        }
    }
}
