package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.callback.Callbacks;
import dev.darkroom.chaos.Faults;
import dev.darkroom.journal.Journal;
import dev.darkroom.ledger.Entry;
import dev.darkroom.ledger.Ledger;
import dev.darkroom.ledger.Totals;
import dev.darkroom.memory.Share;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.PollResult;
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

/**
 * Everything that belongs to one API key. Two sandboxes share no state.
 *
 * <p>Thread-safe: each sandbox has one {@link SandboxLock}, which is held only briefly.
 */
public final class Sandbox {

    /** The memory that a sandbox takes without tasks and exchanges; measured, and rounded up. */
    static final int BYTES = 4864;

    private final ApiKey key;
    private final String handle;
    private final Optional<KeyTrigger> trigger;
    private final Journal journal;
    private final SandboxLock lock;
    private final SandboxTime time;
    private final SandboxLimits limits;
    private final Ledger ledger;
    private final InitialDefaults initial;
    private final SandboxFaults faults;
    private final SandboxCallbacks callbacks;
    private final SandboxTasks tasks;
    private final Usage usage;
    private volatile long lastUse;

    Sandbox(
            ApiKey key,
            SandboxDefaults accountDefaults,
            long seed,
            InstantSource realTime,
            CallbackSender sender,
            WakeupScheduler scheduler,
            SharedMemory memory,
            Journal journal,
            EventSource events) {
        this.key = key;
        this.handle = key.handle();
        this.journal = journal;
        this.trigger = KeyTrigger.of(key);
        this.initial = new InitialDefaults(trigger, accountDefaults);
        SandboxDefaults defaults = initial.effective();
        this.lock = new SandboxLock(new SandboxClock(realTime), scheduler);
        Timeline timeline = lock.timeline();
        Instant now = timeline.clock().instant();
        this.limits = new SandboxLimits(lock, defaults.policy(), trigger);
        this.ledger = new Ledger(defaults.credits(), now, defaults.ledgerEntries());
        if (trigger.filter(KeyTrigger::usesUpSpendLimits).isPresent()) {
            ledger.limitAndUseUp(defaults.policy().spendLimits());
        } else {
            ledger.limit(defaults.policy().spendLimits());
        }
        this.usage = new Usage(realTime.millis());
        this.faults = new SandboxFaults(lock, new Faults(defaults.faults(), seed, now), limits, events);
        this.callbacks = new SandboxCallbacks(lock, defaults.callbackSchedule(), sender, limits, faults, events);
        Callbacks attempts = callbacks.attempts();
        TaskListeners listeners = new TaskListeners(timeline.due());
        Share share = memory.newShare(this::dropTasks);
        share.addFixed(BYTES);
        Tasks table = new Tasks(
                key.mark(),
                ledger,
                timeline.due(),
                new SandboxTaskEvents(attempts, faults, listeners, events),
                defaults.tasks(),
                share);
        this.tasks =
                new SandboxTasks(lock, table, share, faults, listeners, defaults.lifecycle(), new RandomStreams(seed));
        this.time = new SandboxTime(lock, new ClockAdvances(timeline, attempts, () -> counts(table, attempts)), events);
    }

    public ApiKey key() {
        return key;
    }

    /** As {@link ApiKey#handle()}. */
    public String handle() {
        return handle;
    }

    /** The internal id of the task with this public id; empty when the task belongs to another sandbox. */
    public Optional<UUID> taskIdOf(UUID publicId) {
        return PublicId.mark(publicId) == key.mark() ? Optional.of(PublicId.id(publicId)) : Optional.empty();
    }

    /** Which dialects clients have used, and when a client last used it. */
    public Usage usage() {
        return usage;
    }

    public SandboxTime time() {
        return time;
    }

    public Instant now() {
        return time.now();
    }

    /** The exchanges of the client that uses this sandbox. */
    public Journal journal() {
        return journal;
    }

    /** The trigger in the key. */
    public Optional<KeyTrigger> trigger() {
        return trigger;
    }

    public KeyPolicy policy() {
        return limits.policy();
    }

    /** How new tasks develop. */
    public Lifecycle lifecycle() {
        return tasks.lifecycle();
    }

    /** The seed of the sandbox's random values. */
    public long seed() {
        return tasks.seed();
    }

    /** A random id for an error response. */
    public UUID nextErrorId() {
        return tasks.nextErrorId();
    }

    public SandboxLimits limits() {
        return limits;
    }

    /**
     * Creates a task and holds its price, unless limits or credits forbid it, or a task with its client id exists.
     *
     * @param requested what the request and its triggers demand; fault rules may override it if the request has no
     *     trigger
     */
    public AcceptResult accept(TaskSpec spec, PlanOverrides requested) {
        return tasks.accept(spec, requested);
    }

    /** A task as its client sees it. A poll may change the status of the task. */
    public PollResult poll(UUID id) {
        return tasks.poll(id);
    }

    /** What a poll would report if it did not count. */
    public PollResult peek(UUID id) {
        return tasks.peek(id);
    }

    public Optional<TaskView> task(UUID id) {
        return tasks.read(id);
    }

    public SandboxTasks tasks() {
        return tasks;
    }

    public Totals credits() {
        return lock.act(now -> ledger.totals());
    }

    public SandboxLedger ledger() {
        return new SandboxLedger(lock, ledger);
    }

    /** As {@link Ledger#entries}. */
    public List<Entry> ledgerEntries(int limit) {
        return lock.act(now -> ledger.entries(limit));
    }

    public SandboxCallbacks callbacks() {
        return callbacks;
    }

    public SandboxFaults faults() {
        return faults;
    }

    /** Applies all parts of a change together. */
    public void change(SandboxChange change) {
        lock.update(now -> {
            change.balance().ifPresent(credits -> ledger.setBalance(credits, now));
            KeyPolicy policy = change.policy().apply(policy());
            if (!policy.spendLimits().equals(policy().spendLimits())) {
                ledger.limit(policy.spendLimits());
            }
            limits.change(policy);
            tasks.change(change.lifecycle().apply(lifecycle()));
            change.seed().ifPresent(seed -> {
                tasks.reseed(seed);
                faults.reseed(seed);
            });
        });
    }

    /** As {@link InitialDefaults#replace}, before the first request of the client. */
    void adopt(SandboxDefaults ofDialect) {
        lock.update(now -> initial.replace(ofDialect, ledger, limits, now));
    }

    /** Runs everything that is due by now. */
    public void runDue() {
        lock.update(now -> {});
    }

    /** Drops everything and stops all advances. A callback attempt in flight still arrives, but none follows it. */
    void close() {
        lock.execute(() -> {
            time.stopAdvances();
            lock.timeline().close();
            callbacks.close();
            tasks.close();
            journal.close();
        });
    }

    boolean isClosed() {
        return tasks.isClosed();
    }

    /**
     * As {@link #close}, unless the sandbox is no longer {@linkplain #isIdle idle}.
     *
     * @return whether it was closed
     */
    boolean closeIfIdle() {
        return lock.peek(() -> {
            boolean isIdle = isIdle();
            if (isIdle) {
                close();
            }
            return isIdle;
        });
    }

    /** Whether no task is unfinished, nothing is due later, and no callback attempt is in flight. */
    boolean isIdle() {
        return lock.peek(
                () -> tasks.areFinished() && lock.timeline().due().next().isEmpty() && callbacks.isIdle());
    }

    /** Marks the sandbox as used. A write makes other processors reload the field, so it writes only on a change. */
    void markUsed(long at) {
        if (lastUse != at) {
            lastUse = at;
        }
    }

    long lastUse() {
        return lastUse;
    }

    private void dropTasks(long bytes) {
        tasks.drop(bytes);
    }

    private static EventCounts counts(Tasks tasks, Callbacks callbacks) {
        return new EventCounts(
                tasks.entered(TaskStatus.PROCESSING),
                tasks.entered(TaskStatus.COMPLETED),
                tasks.entered(TaskStatus.FAILED),
                callbacks.delivered(),
                callbacks.undelivered());
    }
}
