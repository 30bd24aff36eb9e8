package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.journal.Journal;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.task.PublicId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The sandboxes of the server: one per key, created on its first use.
 *
 * <p>Thread-safe.
 */
public final class Sandboxes {

    /** How many sandboxes a new one can replace. More than one, so that their number falls to the limit again. */
    private static final int MAX_REPLACED = 2;

    /** The part of the memory that idle sandboxes may take when unfinished tasks take most of it. */
    private static final int IDLE_PART = 8;

    private final Settings settings;
    private final InstantSource realTime;
    private final CallbackSender sender;
    private final WakeupScheduler scheduler;
    private final Map<ApiKey, Sandbox> byKey = new ConcurrentHashMap<>();
    private final Map<Integer, List<Sandbox>> byMark = new ConcurrentHashMap<>();
    private final EvictionOrder evictionOrder = new EvictionOrder();
    private final SandboxEvents events = new SandboxEvents();
    private volatile long created;
    private volatile AccountDefaults defaults;
    private volatile long dropped;
    private final ExchangeNumbers numbers = new ExchangeNumbers();
    private final Journal unauthenticatedJournal;
    private final IdStream errorIds;

    /** @param realTime the time base of the sandboxes' clocks */
    public Sandboxes(Settings settings, InstantSource realTime, CallbackSender sender, WakeupScheduler scheduler) {
        this.settings = settings;
        this.defaults = settings.defaults();
        this.realTime = realTime;
        this.sender = sender;
        this.scheduler = scheduler;
        this.unauthenticatedJournal = newJournal(events.source(Optional.empty()));
        this.errorIds = RandomStreams.errorIds(settings.seed());
    }

    /**
     * The sandbox of a key that is used with a dialect, created on its first use; empty for an unknown key.
     *
     * @param dialect the dialect's name; it decides the {@link AccountDefaults} of a new sandbox
     */
    public Optional<Sandbox> authenticate(ApiKey key, String dialect) {
        if (!isKnown(key)) {
            return Optional.empty();
        }
        Sandbox sandbox = getOrCreate(key, Optional.of(dialect));
        if (sandbox.usage().isUnused() && !settings.seeded().containsKey(key)) {
            adoptDefaults(sandbox, dialect);
        }
        sandbox.usage().add(dialect, realTime.millis());
        return Optional.of(sandbox);
    }

    /** As {@link #authenticate(ApiKey, String)}, for a request that belongs to no dialect. */
    public Optional<Sandbox> authenticate(ApiKey key) {
        return isKnown(key) ? Optional.of(getOrCreate(key)) : Optional.empty();
    }

    /** The sandbox of a key, created on its first use, even for an unknown key. */
    public Sandbox getOrCreate(ApiKey key) {
        return getOrCreate(key, Optional.empty());
    }

    /** The sandbox of a key; empty if none has been created. */
    public Optional<Sandbox> find(ApiKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The sandbox of the task with this {@link PublicId}. */
    public Optional<Sandbox> findByTask(UUID publicId) {
        return byMark.getOrDefault(PublicId.mark(publicId), List.of()).stream()
                .filter(sandbox -> sandbox.task(PublicId.id(publicId)).isPresent())
                .findFirst();
    }

    /** The sandbox with this {@link Sandbox#handle()}. */
    public Optional<Sandbox> findByHandle(String handle) {
        if (!handle.matches("[0-9a-f]{16}")) {
            return Optional.empty();
        }
        int mark = (int) Long.parseUnsignedLong(handle, 16);
        return byMark.getOrDefault(mark, List.of()).stream()
                .filter(sandbox -> sandbox.handle().equals(handle))
                .findFirst();
    }

    public Collection<Sandbox> all() {
        return byKey.values();
    }

    /** Drops a key's sandbox; its next use creates a new one. */
    public synchronized void reset(ApiKey key) {
        Sandbox sandbox = byKey.get(key);
        if (sandbox != null) {
            Instant now = sandbox.now();
            remove(sandbox);
            sandbox.close();
            events.source(Optional.of(key)).publish(() -> new SandboxEvent.SandboxRemoved(now));
        }
    }

    /** The defaults of new sandboxes. */
    public AccountDefaults defaults() {
        return defaults;
    }

    /** Changes the defaults of all keys. */
    public synchronized void changeDefaults(UnaryOperator<SandboxDefaults> change) {
        defaults = defaults.with(change);
    }

    /** Undoes {@link #changeDefaults}. */
    public synchronized void resetDefaults() {
        defaults = settings.defaults();
    }

    /** What happens in all sandboxes. */
    public SandboxEvents events() {
        return events;
    }

    /** The seed of all random values: with the same seed, the same requests give the same results. */
    public long seed() {
        return settings.seed();
    }

    /** A random id for the error response to a request that belongs to no sandbox. */
    public UUID nextErrorId() {
        return errorIds.next();
    }

    /** The exchanges of clients without a known key. */
    public Journal unauthenticatedJournal() {
        return unauthenticatedJournal;
    }

    /** How many sandboxes were dropped to make room for others. */
    public long dropped() {
        return dropped;
    }

    /** Evicts idle sandboxes until there are no more than the limit allows. Sandboxes become idle as time passes. */
    public void evictIdle() {
        int rounds = 1 + byKey.size() / EvictionOrder.CHECKS;
        for (int round = 0; round < rounds; round++) {
            while (evict()) {}
        }
    }

    /** Later changes of the defaults do not matter, only what sets this dialect apart. */
    private void adoptDefaults(Sandbox sandbox, String dialect) {
        SandboxDefaults ofDialect = defaults.of(sandbox.key(), dialect);
        if (!ofDialect.equals(defaults.of(sandbox.key()))) {
            sandbox.adopt(ofDialect);
        }
    }

    private boolean isKnown(ApiKey key) {
        return settings.isOpen() || byKey.containsKey(key) || settings.seeded().containsKey(key);
    }

    private Sandbox getOrCreate(ApiKey key, Optional<String> dialect) {
        Sandbox sandbox = byKey.get(key);
        if (sandbox == null || sandbox.isClosed()) {
            sandbox = create(key, dialect);
        }
        sandbox.markUsed(created);
        return sandbox;
    }

    private Journal newJournal(EventSource source) {
        return new Journal(settings.exchanges(), settings.journalMemory(), numbers::next, source::recorded);
    }

    private synchronized Sandbox create(ApiKey key, Optional<String> dialect) {
        Sandbox present = byKey.get(key);
        if (present != null) {
            return present;
        }
        created++;
        long keySeed = RandomStreams.seed(settings.seed(), Long.parseUnsignedLong(key.handle(), 16));
        SandboxDefaults seeded = settings.seeded().get(key);
        SandboxDefaults keyDefaults =
                seeded == null ? dialect.map(name -> defaults.of(key, name)).orElseGet(() -> defaults.of(key)) : seeded;
        EventSource source = events.source(Optional.of(key));
        Sandbox sandbox = new Sandbox(
                key,
                keyDefaults,
                keySeed,
                realTime,
                sender,
                scheduler,
                settings.taskMemory(),
                newJournal(source),
                source);
        evictionOrder.add(sandbox);
        byMark.merge(key.mark(), List.of(sandbox), Sandboxes::concat);
        byKey.put(key, sandbox);
        sandbox.markUsed(created);
        for (int replaced = 0; replaced < MAX_REPLACED && evict(); replaced++) {}
        return sandbox;
    }

    /** @return whether it evicted a sandbox */
    private synchronized boolean evict() {
        Optional<Sandbox> evicted = evictionOrder.next(idleCapacity()).filter(Sandbox::closeIfIdle);
        evicted.ifPresent(sandbox -> {
            remove(sandbox);
            dropped++;
        });
        return evicted.isPresent();
    }

    private int idleCapacity() {
        SharedMemory memory = settings.taskMemory();
        long inScarcity = Math.max(1, memory.limit() / IDLE_PART / Sandbox.BYTES);
        return memory.isScarce() ? (int) Math.min(inScarcity, settings.capacity()) : settings.capacity();
    }

    private void remove(Sandbox sandbox) {
        evictionOrder.remove(sandbox);
        byKey.remove(sandbox.key());
        byMark.computeIfPresent(sandbox.key().mark(), (mark, all) -> withoutSandbox(all, sandbox));
    }

    private static List<Sandbox> concat(List<Sandbox> first, List<Sandbox> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Null when no other sandbox has the mark, which removes the map entry. */
    private static List<Sandbox> withoutSandbox(List<Sandbox> all, Sandbox removed) {
        List<Sandbox> others = all.stream().filter(other -> other != removed).toList();
        return others.isEmpty() ? null : others;
    }

    /**
     * @param defaults the defaults of new sandboxes
     * @param seeded the defaults of the sandboxes of these keys, instead of {@code defaults}
     * @param isOpen whether any key is known; otherwise, only seeded keys and keys passed to {@link #getOrCreate} are
     *     known
     * @param capacity how many idle sandboxes are kept; one that has not been used for a long time is dropped first.
     *     One with an unfinished task or a callback in flight is never dropped, and does not count
     * @param seed the seed of all random values
     * @param taskMemory for all sandboxes and their tasks
     * @param exchanges how many exchanges a sandbox keeps in its journal; 0 for none
     * @param journalMemory for the journals of all sandboxes
     */
    public record Settings(
            AccountDefaults defaults,
            Map<ApiKey, SandboxDefaults> seeded,
            boolean isOpen,
            int capacity,
            long seed,
            SharedMemory taskMemory,
            int exchanges,
            SharedMemory journalMemory) {}
}
