package dev.darkroom.concurrency;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Runs jobs on a limited number of threads. Holders whose jobs wait take turns, so that a holder with many jobs delays
 * the only job of another one by no more than one turn.
 *
 * <p>Thread-safe.
 */
public final class FairExecutor {

    private final Executor threads;
    private final int limit;
    private final int holderLimit;
    private final Map<Object, Holder> holders = new HashMap<>();

    /** The holders that may start a job, in the order of their turns. */
    private final Set<Holder> turns = new LinkedHashSet<>();

    private int running;

    /**
     * @param threads runs the jobs
     * @param limit how many jobs run at once
     * @param holderLimit how many jobs of one holder run at once
     */
    public FairExecutor(Executor threads, int limit, int holderLimit) {
        this.threads = threads;
        this.limit = limit;
        this.holderLimit = holderLimit;
    }

    /** Runs a job as soon as it is the holder's turn. The number of jobs that wait is not limited. */
    public void execute(Object holder, Runnable job) {
        synchronized (this) {
            Holder owner = holders.computeIfAbsent(holder, Holder::new);
            owner.waiting.add(job);
            owner.queueForTurn();
            if (running == limit || turns.isEmpty()) {
                return;
            }
            running++;
        }
        threads.execute(this::runNext);
    }

    private void runNext() {
        Turn turn = takeTurn();
        if (turn != null) {
            try {
                turn.job().run();
            } finally {
                if (end(turn.holder())) {
                    threads.execute(this::runNext);
                }
            }
        }
    }

    /** Null if another thread has taken the last turn; this thread then ends. */
    private synchronized Turn takeTurn() {
        Iterator<Holder> first = turns.iterator();
        if (!first.hasNext()) {
            running--;
            return null;
        }
        Holder holder = first.next();
        first.remove();
        return new Turn(holder, holder.start());
    }

    /** Whether this thread must run another job. */
    private synchronized boolean end(Holder holder) {
        holder.running--;
        holder.queueForTurn();
        if (holder.running == 0 && holder.waiting.isEmpty()) {
            holders.remove(holder.key);
        }
        if (turns.isEmpty()) {
            running--;
        }
        return !turns.isEmpty();
    }

    private record Turn(Holder holder, Runnable job) {}

    /** Guarded by the executor's lock. */
    private final class Holder {

        private final Object key;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;

        private Holder(Object key) {
            this.key = key;
        }

        private Runnable start() {
            running++;
            Runnable job = waiting.remove();
            queueForTurn();
            return job;
        }

        private void queueForTurn() {
            if (!waiting.isEmpty() && running < holderLimit) {
                turns.add(this);
            }
        }
    }
}
