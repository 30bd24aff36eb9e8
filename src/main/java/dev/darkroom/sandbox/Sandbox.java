package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.callback.Callbacks;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Entry;
import dev.darkroom.ledger.Ledger;
import dev.darkroom.ledger.Totals;
import dev.darkroom.task.Acceptance;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Plan;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.Tasks;
import dev.darkroom.time.DueQueue;
import dev.darkroom.time.DueQueue.Due;
import dev.darkroom.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Everything that belongs to one API key. Two sandboxes share nothing.
 *
 * <p>Safe for use by several threads: one lock a sandbox, held for moments only.
 */
public final class Sandbox {

    private final ApiKey key;
    private final String tag;
    private final SandboxDefaults defaults;
    private final SandboxClock clock;
    private final SplittableRandom random;
    private final DueQueue due = new DueQueue();
    private final Ledger ledger;
    private final Callbacks callbacks;
    private final Tasks tasks;
    private final Wakeup wakeup;
    private final Journeys journeys = new Journeys(this);
    private final Optional<KeyTrigger> trigger;
    private volatile SandboxRules rules;
    private final RateLimits rateLimits;
    private Instant wakeupAt;
    private volatile boolean used;
    private boolean closed;

    Sandbox(ApiKey key, SandboxDefaults usual, long seed, InstantSource real, CallbackSender sender, Wakeup wakeup) {
        this.key = key;
        this.tag = key.tag();
        this.trigger = KeyTrigger.of(key);
        this.defaults = trigger.map(t -> t.start(usual)).orElse(usual);
        this.clock = new SandboxClock(real);
        this.random = new SplittableRandom(seed);
        this.rules = defaults.rules();
        this.rateLimits = new RateLimits(rules, trigger);
        this.ledger = new Ledger(defaults.credits(), clock.instant(), defaults.ledgerEntries());
        if (trigger.filter(KeyTrigger::usesUpSpending).isPresent()) {
            ledger.limitAndUseUp(rules.spendLimits());
        } else {
            ledger.limit(rules.spendLimits());
        }
        this.callbacks = new Callbacks(tag, due, defaults.callbackSchedule(), sender, this::locked);
        this.tasks = new Tasks(ledger, due, callbacks::plan, defaults.tasks());
        this.wakeup = wakeup;
    }

    public ApiKey key() {
        return key;
    }

    /** As {@link ApiKey#tag()}. */
    public String tag() {
        return tag;
    }

    public Instant now() {
        return clock.instant();
    }

    public boolean isFrozen() {
        return clock.isFrozen();
    }

    /** The trigger in its key. */
    public Optional<KeyTrigger> trigger() {
        return trigger;
    }

    public SandboxRules rules() {
        return rules;
    }

    /**
     * Counts one more operation, if the key's rate limit permits it.
     *
     * @return zero when it does, otherwise how long to wait, on the sandbox' clock, until it will
     */
    public Duration acquire(Operation operation) {
        return rules.rate(operation).isEmpty() ? Duration.ZERO : act(now -> rateLimits.acquire(operation, now));
    }

    /** Accepts a task that will end like this, when there is money for it. */
    public Acceptance accept(TaskSpec spec, Outcome outcome) {
        return act(now -> tasks.accept(randomUuid(), spec, plan(now, outcome), now));
    }

    public Optional<TaskView> task(UUID id) {
        return act(now -> tasks.read(id));
    }

    /** As {@link Tasks#list}. */
    public List<TaskView> tasks(Optional<TaskStatus> status, Optional<UUID> after, int limit) {
        return act(now -> tasks.list(status, after, limit));
    }

    /** As {@link Tasks#end}. */
    public Optional<TaskView> end(UUID id, Outcome outcome) {
        return act(now -> tasks.end(id, outcome, now));
    }

    /** As {@link Tasks#hold}. */
    public Optional<TaskView> hold(UUID id) {
        return act(now -> tasks.hold(id, now));
    }

    /** As {@link Tasks#release}. */
    public Optional<TaskView> release(UUID id) {
        return act(now -> tasks.release(id, now));
    }

    public int count(TaskStatus status) {
        return act(now -> tasks.count(status));
    }

    public long droppedTasks() {
        return act(now -> tasks.dropped());
    }

    public Totals credits() {
        return act(now -> ledger.totals());
    }

    /** As {@link Ledger#entries}. */
    public List<Entry> ledgerEntries(int limit) {
        return act(now -> ledger.entries(limit));
    }

    /** Changes all of this at once; what is to stay as it is stays. */
    public void change(Optional<Credits> balance, UnaryOperator<SandboxRules> change) {
        act(now -> {
            balance.ifPresent(credits -> ledger.setBalance(credits, now));
            SandboxRules changed = change.apply(rules);
            if (!changed.spendLimits().equals(rules.spendLimits())) {
                ledger.limit(changed.spendLimits());
            }
            rateLimits.change(changed);
            rules = changed;
            return now;
        });
    }

    public void freeze() {
        act(now -> {
            clock.freeze();
            return now;
        });
    }

    public synchronized void resume() {
        clock.resume();
        rearm();
    }

    /** Does all that is due by now, and asks to be woken for what comes next. */
    public synchronized void runDue() {
        wakeupAt = null;
        act(now -> now);
    }

    /**
     * Moves the clock as {@link Journeys} tells.
     *
     * @param onArrival called, from any thread, when all that fell due on the way has been done; a journey that is
     *     under way is finished first
     */
    public void advance(Duration duration, Consumer<Advanced> onArrival) {
        journeys.add(duration, onArrival);
    }

    /** Forgets what there is to do: a callback that is on its way still arrives, no other follows. */
    synchronized void close() {
        closed = true;
        due.clear();
    }

    /** Whether neither time nor an answer to a callback would change anything here. */
    synchronized boolean isIdle() {
        return due.next().isEmpty() && callbacks.isIdle();
    }

    void markUsed() {
        used = true;
    }

    /** Whether the sandbox has been used since this was last asked. */
    boolean takeUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    SandboxClock clock() {
        return clock;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    /** Whether there is something to do until {@code end}; the lock must be held. */
    boolean isDue(Instant end) {
        return !closed && due.next().filter(at -> !at.isAfter(end)).isPresent();
    }

    /** Does what comes first, and all else that is due at the same instant; the lock must be held. */
    int runNextInstant() {
        return runDueUntil(due.next().orElseThrow());
    }

    /** Does, in order, what is due until {@code end}, moving the clock along; the lock must be held. */
    int runDueUntil(Instant end) {
        int done = 0;
        for (; isDue(end); done++) {
            Due next = due.remove();
            clock.jumpTo(next.at());
            next.run();
        }
        return done;
    }

    synchronized void locked(Runnable action) {
        action.run();
        arm();
    }

    /**
     * Whoever looks at a sandbox, or lays hands on it, finds all done that is due: status, credits and callbacks never
     * disagree, however late the ticker is.
     */
    private synchronized <T> T act(Function<Instant, T> action) {
        Instant now = clock.instant();
        runDueUntil(now);
        T result = action.apply(now);
        arm();
        return result;
    }

    private Plan plan(Instant now, Outcome outcome) {
        Instant startsAt = now.plus(defaults.pending());
        return new Plan(startsAt, startsAt.plus(defaults.processing()), outcome);
    }

    /** Asks to be woken anew, when the clock does not run on as it did; the lock must be held. */
    void rearm() {
        wakeupAt = null;
        arm();
    }

    private void arm() {
        Optional<Instant> next = due.next();
        boolean sooner = next.isPresent() && (wakeupAt == null || next.get().isBefore(wakeupAt));
        if (sooner && !closed) {
            clock.realTimeUntil(next.get()).ifPresent(delay -> {
                wakeupAt = next.get();
                wakeup.in(delay, this);
            });
        }
    }

    private UUID randomUuid() {
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant2 = (random.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(version4, variant2);
    }
}
