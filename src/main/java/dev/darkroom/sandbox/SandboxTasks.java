package dev.darkroom.sandbox;

import dev.darkroom.memory.Share;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Plan;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.PollResult;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The tasks of a sandbox. Thread-safe. */
public final class SandboxTasks {

    private final SandboxLock lock;
    private final Tasks tasks;
    private final Share memory;
    private final SandboxFaults faults;
    private final TaskListeners listeners;
    private volatile Lifecycle lifecycle;
    private volatile RandomStreams random;
    private volatile boolean isClosed;

    SandboxTasks(
            SandboxLock lock,
            Tasks tasks,
            Share memory,
            SandboxFaults faults,
            TaskListeners listeners,
            Lifecycle lifecycle,
            RandomStreams random) {
        this.lock = lock;
        this.tasks = tasks;
        this.memory = memory;
        this.faults = faults;
        this.listeners = listeners;
        this.lifecycle = lifecycle;
        this.random = random;
    }

    /** As {@link Tasks#list}. */
    public List<TaskView> list(Optional<TaskStatus> status, Optional<UUID> after, int limit) {
        return lock.act(now -> tasks.list(status, after, limit, now));
    }

    /** As {@link Tasks#findByClientId}. */
    public Optional<TaskView> findByClientId(String dialect, String clientId) {
        return lock.act(now -> tasks.findByClientId(dialect, clientId, now));
    }

    /** As {@link Tasks#end}. */
    public Optional<TaskView> end(UUID id, Outcome outcome) {
        return lock.act(now -> tasks.end(id, outcome, now));
    }

    /** As {@link Tasks#hold}. */
    public Optional<TaskView> hold(UUID id) {
        return lock.act(now -> {
            Optional<TaskView> held = tasks.hold(id, now);
            held.ifPresent(task -> listeners.update(task, now));
            return held;
        });
    }

    /** As {@link Tasks#release}. */
    public Optional<TaskView> release(UUID id) {
        return lock.act(now -> {
            Optional<TaskView> released = tasks.release(id, now);
            released.ifPresent(task -> listeners.update(task, now));
            return released;
        });
    }

    /**
     * Reports the end of a task without blocking a thread. A task that only polls would change ends at once, because a
     * client that waits sends no polls.
     *
     * @param onEnd called with the lock held, from any thread, so it must return quickly; it gets the finished task, or
     *     nothing when there is no such task or {@link #closeListeners} is called first
     * @return an action that removes the listener
     */
    public Runnable whenFinished(UUID id, Consumer<Optional<TaskView>> onEnd) {
        return lock.act(now -> locked(listeners.add(tasks.pollToEnd(id, now), onEnd)));
    }

    /**
     * Reports the end of a task as {@link #whenFinished(UUID, Consumer)} does, but only until a deadline.
     *
     * @param onEnd gets the unfinished task if it has not ended by the deadline; a task that ends at that instant is in
     *     time
     * @return an action that removes the listener
     */
    public Runnable whenFinished(UUID id, Instant deadline, Consumer<Optional<TaskView>> onEnd) {
        return lock.act(now -> locked(
                listeners.add(tasks.pollToEnd(id, now), deadline, onEnd, instant -> tasks.read(id, instant), now)));
    }

    /**
     * Reports the progress and the end of a task, as {@link #whenFinished} reports the end.
     *
     * @param points how many points divide the processing time into equal parts, at least 0; points that have passed
     *     are reported at once: all those of a completed task, and none of a failed one
     * @return an action that removes the listener
     */
    public Runnable listen(UUID id, int points, TaskListener listener) {
        return lock.act(now -> locked(
                listeners.add(tasks.pollToEnd(id, now), points, listener, instant -> tasks.read(id, instant), now)));
    }

    /** Calls all listeners with an empty result. From now on, a new listener is called at once with an empty result. */
    public void closeListeners() {
        lock.update(now -> listeners.close());
    }

    /** How many listeners wait for the end of a task. */
    public int waiting() {
        return lock.act(now -> listeners.waiting());
    }

    public int count(TaskStatus status) {
        return lock.act(now -> tasks.count(status));
    }

    /** As {@link Tasks#dropped}. */
    public long dropped() {
        return lock.act(now -> tasks.dropped());
    }

    /**
     * As {@link Sandbox#accept}. Of two requests with the same client id, the second one finds the task of the first
     * under the lock. The id is drawn first, so that a refused request draws one too. Making room needs the locks of
     * other sandboxes, so this does it before it takes its own.
     */
    AcceptResult accept(TaskSpec spec, PlanOverrides requested) {
        int bytes = spec.bytes();
        if (memory.hasRoomFor(bytes)) {
            memory.makeRoom(bytes);
        }
        return lock.act(now -> {
            if (isClosed) {
                return new AcceptResult.Closed();
            }
            Optional<TaskView> earlier = spec.clientId().flatMap(id -> tasks.findByClientId(spec.dialect(), id, now));
            if (earlier.isPresent()) {
                return new AcceptResult.Retried(earlier.get());
            }
            UUID id = random.nextTaskId(tasks::has);
            return tasks.admit(spec, now).orElseGet(() -> {
                PlanOverrides overrides = lifecycle.resolve(faults.overridesOf(id, spec, requested, now));
                Plan plan = lifecycle.plan(overrides, now, random.latencies());
                TaskView task = tasks.start(id, random.seed(), spec, overrides, plan, now);
                return new AcceptResult.Accepted(task, overrides.hasEarlyCallback());
            });
        });
    }

    PollResult poll(UUID id) {
        return lock.act(now -> tasks.poll(id, now));
    }

    PollResult peek(UUID id) {
        return lock.act(now -> tasks.peek(id, now));
    }

    Optional<TaskView> read(UUID id) {
        return lock.act(now -> tasks.read(id, now));
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    long seed() {
        return random.seed();
    }

    UUID nextErrorId() {
        return random.nextErrorId();
    }

    /** Changes how new tasks develop. */
    void change(Lifecycle changed) {
        lifecycle = changed;
    }

    void reseed(long seed) {
        random = new RandomStreams(seed);
    }

    /** As {@link Tasks#drop}. */
    void drop(long bytes) {
        lock.execute(() -> tasks.drop(bytes));
    }

    /** As {@link Tasks#areFinished}. Called with the lock held. */
    boolean areFinished() {
        return tasks.areFinished();
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Drops all tasks and accepts no more. Called with the lock held. */
    void close() {
        isClosed = true;
        tasks.clear();
        listeners.close();
    }

    private Runnable locked(Runnable action) {
        return () -> lock.update(now -> action.run());
    }
}
