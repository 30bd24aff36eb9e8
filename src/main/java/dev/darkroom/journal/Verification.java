package dev.darkroom.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Counts the exchanges that meet all conditions, and keeps those that come closest. The cost of an exchange does not
 * depend on the number of earlier ones.
 *
 * <p>Thread-safe.
 */
public final class Verification {

    /** The maximum number of exchanges that explain a failure. */
    static final int MAX_EXPLANATIONS = 3;

    /** The maximum number of matches that are listed by number. */
    static final int MAX_LISTED = 100;

    private final List<Condition> conditions;
    private final Times times;
    private final List<Long> matches = new ArrayList<>();
    private final Deque<Comparison> newestMatches = new ArrayDeque<>();
    private final List<Comparison> nearest = new ArrayList<>();
    private long newest;
    private int examined;
    private int count;

    public Verification(List<Condition> conditions, Times times) {
        this.conditions = List.copyOf(conditions);
        this.times = times;
    }

    /** Adds exchanges in the order of their numbers. An exchange that was added before is ignored. */
    public synchronized void add(Exchange exchange) {
        if (exchange.number() <= newest) {
            return;
        }
        newest = exchange.number();
        examined++;
        Comparison comparison = new Comparison(exchange, conditions);
        if (comparison.isMatch()) {
            addMatch(comparison);
        } else {
            addMiss(comparison);
        }
    }

    /** Whether waiting is pointless: there are as many matches as expected, or too many. */
    public synchronized boolean isDecided() {
        return times.includes(count) || times.isExceededBy(count);
    }

    /** The result so far. */
    public synchronized Verdict verdict() {
        return new Verdict(
                times,
                count,
                List.copyOf(matches),
                examined,
                List.copyOf(times.isExceededBy(count) ? newestMatches : nearest));
    }

    private void addMatch(Comparison match) {
        count++;
        if (matches.size() < MAX_LISTED) {
            matches.add(match.exchange().number());
        }
        newestMatches.addFirst(match);
        if (newestMatches.size() > MAX_EXPLANATIONS) {
            newestMatches.removeLast();
        }
    }

    private void addMiss(Comparison miss) {
        int rank = 0;
        while (rank < nearest.size() && nearest.get(rank).metCount() > miss.metCount()) {
            rank++;
        }
        if (rank < MAX_EXPLANATIONS) {
            nearest.add(rank, miss);
        }
        if (nearest.size() > MAX_EXPLANATIONS) {
            nearest.remove(MAX_EXPLANATIONS);
        }
    }
}
