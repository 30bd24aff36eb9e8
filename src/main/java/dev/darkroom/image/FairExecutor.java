package dev.darkroom.image;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
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
    private final Map<Object, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private int running;

    /**
     * @param threads runs the jobs
     * @param limit how many jobs run at once
     */
    public FairExecutor(Executor threads, int limit) {
        this.threads = threads;
        this.limit = limit;
    }

    /** Runs a job as soon as it is the holder's turn. The number of jobs that wait is not limited. */
    void execute(Object holder, Runnable job) {
        synchronized (this) {
            waiting.computeIfAbsent(holder, absent -> new ArrayDeque<>()).add(job);
            if (running == limit) {
                return;
            }
            running++;
        }
        threads.execute(this::runNext);
    }

    private void runNext() {
        try {
            next().run();
        } finally {
            if (mayContinue()) {
                threads.execute(this::runNext);
            }
        }
    }

    private synchronized boolean mayContinue() {
        if (waiting.isEmpty()) {
            running--;
        }
        return !waiting.isEmpty();
    }

    /** The next job of the holder whose turn it is. Does nothing if another thread has taken the last one. */
    private synchronized Runnable next() {
        Iterator<Map.Entry<Object, Queue<Runnable>>> turns = waiting.entrySet().iterator();
        if (!turns.hasNext()) {
            return () -> {};
        }
        Map.Entry<Object, Queue<Runnable>> turn = turns.next();
        Object holder = turn.getKey();
        Queue<Runnable> jobs = turn.getValue();
        turns.remove();
        Runnable job = jobs.remove();
        if (!jobs.isEmpty()) {
            waiting.put(holder, jobs);
        }
        return job;
    }
}
