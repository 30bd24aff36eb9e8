package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.callback.Callbacks;
import dev.darkroom.chaos.Faults;
import dev.darkroom.journal.Journal;
import dev.darkroom.ledger.Entry;
import dev.darkroom.ledger.Ledger;
import dev.darkroom.ledger.Totals;
import dev.darkroom.memory.MemoryBudget;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.PollResult;
import dev.darkroom.task.Progression;
import dev.darkroom.task.PublicId;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.Tasks;
import dev.darkroom.time.SandboxClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Everything that belongs to one API key. Two sandboxes share nothing.
 *
 * <p>Safe for use by several threads: one lock a sandbox, held for moments only.
 */
public final class Sandbox {

    private final ApiKey key;
    private final String tag;
    private final Timeline timeline;
    private final Ledger ledger;
    private final SandboxFaults faults;
    private final Faults rulesInForce;
    private final Callbacks callbacks;
    private final SandboxCallbacks callbackAccess;
    private final Tasks tasks;
    private final SandboxTasks taskAccess;
    private final SandboxTime time;
    private final Optional<KeyTrigger> trigger;
    private final RateLimits rateLimits;
    private final SandboxLimits limits;
    private final CompletionListeners waiters = new CompletionListeners();
    private final Journal journal;
    private volatile KeyPolicy rules;
    private volatile Lifecycle lifecycle;
    private RandomStreams chance;
    private volatile boolean used;

    Sandbox(
            ApiKey key,
            SandboxDefaults usual,
            long seed,
            InstantSource real,
            CallbackSender sender,
            WakeupScheduler wakeup,
            MemoryBudget room,
            Journal journal) {
        this.key = key;
        this.journal = journal;
        this.tag = key.tag();
        this.trigger = KeyTrigger.of(key);
        SandboxDefaults defaults = trigger.map(t -> t.start(usual)).orElse(usual);
        this.rules = defaults.rules();
        this.lifecycle = defaults.lifecycle();
        this.chance = new RandomStreams(seed);
        this.timeline = new Timeline(new SandboxClock(real), wakeup, this::wokenFor);
        this.rateLimits = new RateLimits(rules, trigger);
        this.limits = new SandboxLimits(rateLimits, timeline.clock(), this::rules, this::act);
        this.ledger = new Ledger(defaults.credits(), timeline.clock().instant(), defaults.ledgerEntries());
        if (trigger.filter(KeyTrigger::usesUpSpending).isPresent()) {
            ledger.limitAndUseUp(rules.spendLimits());
        } else {
            ledger.limit(rules.spendLimits());
        }
        this.rulesInForce = new Faults(defaults.faults(), seed, timeline.clock().instant());
        this.faults = new SandboxFaults(rulesInForce, this::act);
        this.callbacks = new Callbacks(
                timeline.due(), defaults.callbackSchedule(), sender, faults::ofAttempt, this::locked, defaults.tasks());
        this.callbackAccess = new SandboxCallbacks(callbacks, this::act);
        this.tasks = new Tasks(key.mark(), ledger, timeline.due(), this::finished, defaults.tasks(), room);
        this.taskAccess = new SandboxTasks(tasks, waiters, this::act);
        this.time = new SandboxTime(timeline, new ClockAdvances(timeline, callbacks, this::tally), this::locked);
    }

    public ApiKey key() {
        return key;
    }

    /** As {@link ApiKey#tag()}. */
    public String tag() {
        return tag;
    }

    /** The task that is known by this id in public; empty when it is of another sandbox. */
    public Optional<UUID> taskOf(UUID publicId) {
        return PublicId.mark(publicId) == key.mark() ? Optional.of(PublicId.id(publicId)) : Optional.empty();
    }

    /** A hand on its clock. */
    public SandboxTime time() {
        return time;
    }

    public Instant now() {
        return time.now();
    }

    /** What its client sent and got. */
    public Journal journal() {
        return journal;
    }

    /** The trigger in its key. */
    public Optional<KeyTrigger> trigger() {
        return trigger;
    }

    public KeyPolicy rules() {
        return rules;
    }

    /** How tasks go that are created now. */
    public Lifecycle lifecycle() {
        return lifecycle;
    }

    /** What all chance in it comes from. */
    public synchronized long seed() {
        return chance.seed();
    }

    /** A hand on what limits its requests. */
    public SandboxLimits limits() {
        return limits;
    }

    /** Accepts a task, when there is money for it. */
    public AcceptResult accept(TaskSpec spec, Wish wish) {
        return act(now -> {
            UUID id = chance.nextId(tasks::has);
            return tasks.accept(
                    id, spec, () -> course(id, spec, wish, now), lifecycle, chance.seed(), chance.latencies(), now);
        });
    }

    /** A task as its client sees it; being asked for moves some tasks. */
    public PollResult poll(UUID id) {
        return act(now -> tasks.poll(id, now));
    }

    /** A request that wants something unusual gets it, whatever the rules say. */
    private PlanOverrides course(UUID id, TaskSpec spec, Wish wish, Instant now) {
        PlanOverrides course = wish.course().fault().isPresent()
                ? wish.course()
                : faults.ofTask(id, spec, now).map(wish::with).orElse(wish).course();
        return faults.early(id, spec, now)
                .map(early -> course.with(new Progression.Instantly())
                        .wantedBy(early.name())
                        .early())
                .orElse(course);
    }

    public Optional<TaskView> task(UUID id) {
        return act(now -> tasks.read(id));
    }

    /** A hand on its tasks. */
    public SandboxTasks tasks() {
        return taskAccess;
    }

    public Totals credits() {
        return act(now -> ledger.totals());
    }

    /** As {@link Ledger#entries}. */
    public List<Entry> ledgerEntries(int limit) {
        return act(now -> ledger.entries(limit));
    }

    /** A hand on its callbacks. */
    public SandboxCallbacks callbacks() {
        return callbackAccess;
    }

    /** A hand on what goes wrong in it on purpose. */
    public SandboxFaults faults() {
        return faults;
    }

    /** Changes all of this at once. */
    public void change(SandboxChange change) {
        act(now -> {
            change.balance().ifPresent(credits -> ledger.setBalance(credits, now));
            KeyPolicy changed = change.rules().apply(rules);
            if (!changed.spendLimits().equals(rules.spendLimits())) {
                ledger.limit(changed.spendLimits());
            }
            rateLimits.change(changed);
            rules = changed;
            lifecycle = change.lifecycle().apply(lifecycle);
            change.seed().ifPresent(seed -> {
                chance = new RandomStreams(seed);
                rulesInForce.reseed(seed);
            });
            return now;
        });
    }

    /** Does all that is due by now. */
    public void runDue() {
        act(now -> now);
    }

    /** Forgets what there is to do: a callback that is on its way still arrives, no other follows; leaps have ended. */
    synchronized void close() {
        time.stopLeaps();
        timeline.close();
        callbacks.close();
        tasks.clear();
        waiters.close();
        journal.close();
    }

    /** Drops finished tasks as long as {@code isTooMuch}. */
    void dropTasksWhile(BooleanSupplier isTooMuch) {
        act(now -> {
            tasks.dropWhile(isTooMuch);
            return now;
        });
    }

    /** Whether neither time nor an answer to a callback would change anything here. */
    synchronized boolean isIdle() {
        return timeline.due().next().isEmpty() && callbacks.isIdle();
    }

    /** It writes only what is not there yet, for other processors would have to read it anew. */
    void markUsed() {
        if (!used) {
            used = true;
        }
    }

    /** Whether the sandbox has been used since this was last asked. */
    boolean takeUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    private void finished(TaskView task) {
        callbacks.plan(task);
        waiters.tell(task);
    }

    private synchronized void wokenFor(Instant at) {
        timeline.runUntil(now());
        timeline.wokenFor(at);
    }

    private synchronized void locked(Runnable action) {
        action.run();
        timeline.arm();
    }

    /**
     * Whoever looks at a sandbox, or lays hands on it, finds all done that is due: status, credits and callbacks never
     * disagree, however late the ticker is.
     */
    private synchronized <T> T act(Function<Instant, T> action) {
        Instant now = now();
        timeline.runUntil(now);
        T result = action.apply(now);
        timeline.arm();
        return result;
    }

    private EventCounts tally() {
        return new EventCounts(
                tasks.entered(TaskStatus.PROCESSING),
                tasks.entered(TaskStatus.COMPLETED),
                tasks.entered(TaskStatus.FAILED),
                callbacks.delivered(),
                callbacks.undelivered());
    }
}
