package dev.darkroom.task;

import dev.darkroom.ledger.Hold;
import dev.darkroom.ledger.Ledger;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.memory.Share;
import dev.darkroom.time.DueQueue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The tasks of one sandbox. The due queue changes their status, so run everything that is due before you read one.
 *
 * <p>Not thread-safe; guarded by the sandbox's lock.
 */
public final class Tasks {

    /** A hold, and its capture or refund. */
    private static final int ENTRIES_PER_TASK = 2;

    /** Ledger entries that are kept beside those of the tasks when memory is freed. */
    private static final int EXTRA_ENTRIES = 16;

    private final int mark;
    private final Ledger ledger;
    private final DueQueue due;
    private final TaskEvents events;
    private final int capacity;
    private final Share memory;
    private final TaskTable tasks = new TaskTable();
    private ArrayDeque<Task> finished = new ArrayDeque<>();
    private final BiConsumer<Task, Instant> onDue = this::settle;
    private final StatusCounts counts = new StatusCounts();
    private long dropped;

    /**
     * @param mark identifies the sandbox in the public ids of its tasks
     * @param capacity how many tasks are kept; the task that finished first is dropped first. An unfinished one is
     *     never dropped
     * @param memory the sandbox's share of the memory for tasks
     */
    public Tasks(int mark, Ledger ledger, DueQueue due, TaskEvents events, int capacity, Share memory) {
        this.mark = mark;
        this.ledger = ledger;
        this.due = due;
        this.events = events;
        this.capacity = capacity;
        this.memory = memory;
    }

    /**
     * Checks whether this task may start now. If the sandbox has as many tasks as it may, this drops one that is
     * finished.
     *
     * @return why it may not; empty when it may
     */
    public Optional<AcceptResult> admit(TaskSpec spec, Instant now) {
        if (counts.unfinished() >= capacity) {
            return Optional.of(new AcceptResult.TooManyUnfinished(capacity));
        }
        if (!memory.hasRoomFor(spec.bytes())) {
            return Optional.of(new AcceptResult.NoMemory(memory.fixedBytes()));
        }
        List<Refusal> refusals = ledger.refusals(spec.price(), now);
        if (!refusals.isEmpty()) {
            return Optional.of(new AcceptResult.Refused(refusals));
        }
        if (tasks.size() >= capacity) {
            drop(finished.removeFirst());
        }
        return Optional.empty();
    }

    /**
     * Starts a task that was {@linkplain #admit admitted}, and holds its price.
     *
     * @param seed the sandbox's seed
     * @param overrides as {@link Lifecycle#resolve} returns them
     */
    public TaskView start(UUID id, long seed, TaskSpec spec, PlanOverrides overrides, Plan plan, Instant now) {
        Progression progression = overrides.progression().orElse(Progression.TIMED);
        FaultState fault = FaultState.of(overrides, now);
        Hold hold = ledger.hold(id, spec.price(), now);
        Task task = new Task(id, mark, seed, spec, plan, progression, fault, now, hold, onDue);
        tasks.add(task);
        memory.addFixed(task.bytes());
        counts.add(task.settledStatus());
        if (events.areFollowed()) {
            events.created(task.view(now));
        }
        settle(task, now);
        return task.view(now);
    }

    public boolean has(UUID id) {
        return tasks.has(id);
    }

    public Optional<TaskView> read(UUID id, Instant now) {
        return tasks.get(id).map(task -> task.view(now));
    }

    /** The task of a dialect with this id, which a client made up. */
    public Optional<TaskView> findByClientId(String dialect, String clientId, Instant now) {
        return tasks.findByClientId(dialect, clientId).map(task -> task.view(now));
    }

    /** As {@link #read}, for a client that polls. The poll may change the status of the task. */
    public PollResult poll(UUID id, Instant now) {
        Optional<Task> task = tasks.get(id);
        task.filter(t -> !t.settledStatus().isFinished()).ifPresent(t -> {
            t.poll(now);
            settle(t, now);
        });
        return task.map(t -> t.pollResult(now)).orElse(PollResult.NOT_FOUND);
    }

    /** What {@link #poll} would report if polls did not change the status of the task. */
    public PollResult peek(UUID id, Instant now) {
        return tasks.get(id).map(task -> task.peek(now)).orElse(PollResult.NOT_FOUND);
    }

    /** Reads a task. If polls change its status, polls it until it has ended. */
    public Optional<TaskView> pollToEnd(UUID id, Instant now) {
        Optional<Task> task = tasks.get(id);
        task.ifPresent(t -> {
            while (t.isDrivenByPolls() && !t.settledStatus().isFinished()) {
                t.poll(now);
                settle(t, now);
            }
        });
        return task.map(t -> t.view(now));
    }

    /**
     * The tasks that are kept, in the order in which they were accepted.
     *
     * @param after the task before the first one listed
     */
    public List<TaskView> list(Optional<TaskStatus> status, Optional<UUID> after, int limit, Instant now) {
        return tasks.after(after)
                .filter(task -> status.isEmpty() || status.get() == task.settledStatus())
                .limit(limit)
                .map(task -> task.view(now))
                .toList();
    }

    /**
     * Ends an unfinished task now. Its faults may change the outcome: it may keep the credits, or have no output.
     * Empty when the task is finished or unknown.
     */
    public Optional<TaskView> end(UUID id, Outcome outcome, Instant now) {
        return unfinished(id).map(task -> {
            task.end(now, outcome);
            settle(task, now);
            return task.view(now);
        });
    }

    /** Stops the time of an unfinished task; empty when the task is finished or unknown. */
    public Optional<TaskView> hold(UUID id, Instant now) {
        return unfinished(id).map(task -> {
            if (!task.isHeld()) {
                task.hold(now);
                disarm(task);
                publishMove(task, task.settledStatus(), now);
            }
            return task.view(now);
        });
    }

    /**
     * Releases an unfinished task: its time continues from where it was held. Empty when the task is finished or
     * unknown.
     */
    public Optional<TaskView> release(UUID id, Instant now) {
        return unfinished(id).map(task -> {
            task.release(now);
            publishMove(task, task.settledStatus(), now);
            settle(task, now);
            return task.view(now);
        });
    }

    public int count(TaskStatus status) {
        return counts.of(status);
    }

    /** How many tasks have reached this status, including tasks that were dropped. */
    public long entered(TaskStatus status) {
        return counts.entered(status);
    }

    /** How many finished tasks were dropped to free memory. */
    public long dropped() {
        return dropped;
    }

    /**
     * Drops finished tasks, of this many bytes or a little more, starting with the one that finished first. It also
     * releases memory that only a larger number of tasks needs.
     */
    public void drop(long bytes) {
        long kept = memory.bytes() - bytes;
        while (memory.bytes() > kept && !finished.isEmpty()) {
            drop(finished.removeFirst());
        }
        if (tasks.trim()) {
            finished = new ArrayDeque<>(finished);
        }
        ledger.dropEntriesBeyond(ENTRIES_PER_TASK * tasks.size() + EXTRA_ENTRIES);
    }

    /** Drops all tasks. */
    public void clear() {
        tasks.clear();
        finished.clear();
        memory.close();
    }

    /** Whether no task will change any more. */
    public boolean areFinished() {
        return counts.unfinished() == 0;
    }

    private Optional<Task> unfinished(UUID id) {
        return tasks.get(id).filter(task -> !task.settledStatus().isFinished());
    }

    /** Processes the status changes of a task up to now. A second call at the same instant does nothing. */
    private void settle(Task task, Instant now) {
        TaskStatus before = task.settledStatus();
        TaskStatus status = task.statusAt(now);
        if (status != before) {
            task.setSettledStatus(status);
            counts.move(before, status);
            publishMove(task, before, now);
            if (status.isFinished()) {
                finish(task, now);
            }
        }
        arm(task, now);
    }

    private void publishMove(Task task, TaskStatus from, Instant now) {
        if (events.areFollowed()) {
            events.moved(task.view(now), from, now);
        }
    }

    private void finish(Task task, Instant now) {
        Instant end = task.plan().endsAt();
        if (task.plan().outcome().isPaid()) {
            ledger.capture(task.takeHold(), end);
        } else {
            ledger.refund(task.takeHold(), end);
        }
        finished.addLast(task);
        memory.release(task.bytes());
        keep(task, events.finished(task.view(now)));
    }

    /** Keeps more bytes for a task that has just ended; drops older tasks of this sandbox if the memory is full. */
    private void keep(Task task, int bytes) {
        task.addBytes(bytes);
        memory.add(bytes);
        long kept = memory.bytes() - bytes;
        while (memory.isFull() && memory.bytes() > kept && finished.size() > 1) {
            drop(finished.removeFirst());
        }
    }

    private void arm(Task task, Instant now) {
        Optional<Instant> next = task.nextChangeAfter(now);
        if (task.due() == null || next.isEmpty() || !task.due().at().equals(next.get())) {
            disarm(task);
            next.ifPresent(at -> task.setDue(due.add(at, task)));
        }
    }

    private void disarm(Task task) {
        if (task.due() != null) {
            due.cancel(task.due());
            task.setDue(null);
        }
    }

    private void drop(Task task) {
        tasks.remove(task);
        memory.remove(task.bytes());
        counts.remove(task.settledStatus());
        dropped++;
        events.dropped(task.id());
    }
}
