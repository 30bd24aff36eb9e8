package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.journal.Journal;
import dev.darkroom.memory.MemoryBudget;
import dev.darkroom.task.PublicId;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The sandboxes of the server, one a key, made when a key is first seen.
 *
 * <p>Safe for use by several threads.
 */
public final class Sandboxes {

    private static final int MAX_LOOKS = 1000;

    private final Settings settings;
    private final InstantSource real;
    private final CallbackSender sender;
    private final WakeupScheduler wakeup;
    private final Map<ApiKey, Sandbox> byKey = new ConcurrentHashMap<>();
    private final Map<Integer, List<Sandbox>> byMark = new ConcurrentHashMap<>();
    private final ArrayDeque<Sandbox> byAge = new ArrayDeque<>();
    private volatile AccountDefaults starts;
    private volatile long dropped;
    private final AtomicLong exchanges = new AtomicLong();
    private final Journal unauthenticatedJournal;

    /** @param real the time that the sandboxes' clocks run with */
    public Sandboxes(Settings settings, InstantSource real, CallbackSender sender, WakeupScheduler wakeup) {
        this.settings = settings;
        this.starts = settings.starts();
        this.real = real;
        this.sender = sender;
        this.wakeup = wakeup;
        this.unauthenticatedJournal = newJournal();
    }

    /**
     * The sandbox that a key opens, a new one if need be; empty when the key opens none.
     *
     * @throws TooManySandboxes when there is no room for a new one
     */
    public Optional<Sandbox> authenticate(ApiKey key) {
        boolean opens =
                settings.open() || byKey.containsKey(key) || settings.seeded().containsKey(key);
        return opens ? Optional.of(of(key)) : Optional.empty();
    }

    /**
     * The sandbox of a key, a new one if need be, whether or not the key opens one by itself.
     *
     * @throws TooManySandboxes when there is no room for a new one
     */
    public Sandbox of(ApiKey key) {
        Sandbox sandbox = byKey.get(key);
        if (sandbox == null) {
            sandbox = create(key);
        }
        sandbox.markUsed();
        return sandbox;
    }

    /** The sandbox that has the task with this {@link PublicId}. */
    public Optional<Sandbox> holding(UUID publicId) {
        return byMark.getOrDefault(PublicId.mark(publicId), List.of()).stream()
                .filter(sandbox -> sandbox.task(PublicId.id(publicId)).isPresent())
                .findFirst();
    }

    public Collection<Sandbox> all() {
        return byKey.values();
    }

    /** Forgets all about a key; its next use finds a new sandbox. */
    public synchronized void reset(ApiKey key) {
        Sandbox sandbox = byKey.get(key);
        if (sandbox != null) {
            byAge.remove(sandbox);
            remove(sandbox);
        }
    }

    /** What sandboxes that do not exist yet will start with. */
    public AccountDefaults starts() {
        return starts;
    }

    /** Changes it for all of them. */
    public synchronized void changeStarts(UnaryOperator<SandboxDefaults> change) {
        starts = starts.with(change);
    }

    /** Undoes {@link #changeStarts}. */
    public synchronized void resetStarts() {
        starts = settings.starts();
    }

    /** What all chance comes from: started with the same seed, the same requests have the same results. */
    public long seed() {
        return settings.seed();
    }

    /** What those sent and got whose key opens no sandbox. */
    public Journal unauthenticatedJournal() {
        return unauthenticatedJournal;
    }

    /** How many sandboxes were dropped to make room. */
    public long dropped() {
        return dropped;
    }

    /**
     * Makes room where it has become scarce: finished tasks and exchanges go, from the sandboxes first that have not been used for long,
     * so that a few that are full do not keep all others from working.
     */
    public void trim() {
        if (settings.room().isNearlyFull()) {
            inLine().forEach(sandbox -> sandbox.dropTasksWhile(settings.room()::isNearlyFull));
        }
        if (settings.journalRoom().isNearlyFull()) {
            unauthenticatedJournal.dropWhile(settings.journalRoom()::isNearlyFull);
            inLine().forEach(sandbox -> sandbox.journal().dropWhile(settings.journalRoom()::isNearlyFull));
        }
    }

    private synchronized List<Sandbox> inLine() {
        return List.copyOf(byAge);
    }

    private Journal newJournal() {
        return new Journal(settings.exchanges(), settings.journalRoom(), exchanges::incrementAndGet);
    }

    private synchronized Sandbox create(ApiKey key) {
        Sandbox present = byKey.get(key);
        if (present != null) {
            return present;
        }
        makeRoom();
        long ownSeed = RandomStreams.seed(settings.seed(), Long.parseUnsignedLong(key.tag(), 16));
        SandboxDefaults seeded = settings.seeded().get(key);
        SandboxDefaults start = seeded == null ? starts.of(key) : seeded;
        Sandbox created = new Sandbox(key, start, ownSeed, real, sender, wakeup, settings.room(), newJournal());
        byAge.addLast(created);
        byMark.merge(key.mark(), List.of(created), Sandboxes::both);
        byKey.put(key, created);
        return created;
    }

    /**
     * Second chance: who was used since it was last looked at goes to the back of the line. It looks at a few only, so
     * that a new key costs as little when the house is full as when it is empty.
     */
    private void makeRoom() {
        for (int looks = MAX_LOOKS; byAge.size() >= settings.capacity(); looks--) {
            if (looks == 0) {
                throw new TooManySandboxes(settings.capacity());
            }
            Sandbox oldest = byAge.removeFirst();
            if (oldest.takeUsed() || !oldest.isIdle()) {
                byAge.addLast(oldest);
            } else {
                remove(oldest);
                dropped++;
            }
        }
    }

    private void remove(Sandbox sandbox) {
        byKey.remove(sandbox.key());
        byMark.computeIfPresent(sandbox.key().mark(), (mark, all) -> without(sandbox, all));
        sandbox.close();
    }

    private static List<Sandbox> both(List<Sandbox> some, List<Sandbox> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Null, so that the entry goes, when nobody is left. */
    private static List<Sandbox> without(Sandbox one, List<Sandbox> all) {
        List<Sandbox> others = all.stream().filter(other -> other != one).toList();
        return others.isEmpty() ? null : others;
    }

    /**
     * @param starts what a sandbox starts with
     * @param seeded what the sandboxes of these keys start with instead
     * @param open whether any key opens a sandbox; otherwise only the seeded ones do, and those that
     *     {@link Sandboxes#of} has made
     * @param capacity how many sandboxes are kept; one that has not been used for long and has nothing to do is
     *     dropped first, one with an unfinished task never
     * @param seed what all chance in all sandboxes comes from
     * @param room for the tasks of all sandboxes
     * @param exchanges how many exchanges a sandbox keeps in its journal; 0 for none
     * @param journalRoom for those of all sandboxes
     */
    public record Settings(
            AccountDefaults starts,
            Map<ApiKey, SandboxDefaults> seeded,
            boolean open,
            int capacity,
            long seed,
            MemoryBudget room,
            int exchanges,
            MemoryBudget journalRoom) {}
}
