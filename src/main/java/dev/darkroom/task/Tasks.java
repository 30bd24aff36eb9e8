package dev.darkroom.task;

import dev.darkroom.ledger.Hold;
import dev.darkroom.ledger.Ledger;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.memory.MemoryBudget;
import dev.darkroom.time.DueQueue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The tasks of one sandbox. The due queue moves them: whoever reads one must have done first what is due.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
public final class Tasks {

    private final int mark;
    private final Ledger ledger;
    private final DueQueue due;
    private final Consumer<TaskView> onFinished;
    private final int capacity;
    private MemoryBudget room;
    private final TaskTable tasks = new TaskTable();
    private final ArrayDeque<Task> finished = new ArrayDeque<>();
    private final BiConsumer<Task, Instant> onDue = this::settle;
    private final int[] counts = new int[TaskStatus.values().length];
    private final long[] entered = new long[TaskStatus.values().length];
    private long dropped;

    /**
     * @param mark of the sandbox in the public ids of its tasks
     * @param onFinished told of every task that has ended, once
     * @param capacity how many tasks are kept; the task that finished first is dropped first, an unfinished one never
     * @param room what is kept by all sandboxes together
     */
    public Tasks(
            int mark, Ledger ledger, DueQueue due, Consumer<TaskView> onFinished, int capacity, MemoryBudget room) {
        this.mark = mark;
        this.ledger = ledger;
        this.due = due;
        this.onFinished = onFinished;
        this.capacity = capacity;
        this.room = room;
    }

    /**
     * Takes a task in and holds its price.
     *
     * @param course asked for when nothing keeps the task from being taken in
     * @param seed what {@code random} was made from
     * @param random what chance decides comes from it
     */
    public AcceptResult accept(
            UUID id,
            TaskSpec spec,
            Supplier<PlanOverrides> course,
            Lifecycle lifecycle,
            long seed,
            RandomGenerator random,
            Instant now) {
        if (unfinished() >= capacity) {
            return new AcceptResult.TooManyUnfinished(capacity);
        }
        dropWhile(room::isFull);
        if (room.isFull()) {
            return new AcceptResult.NoMemory(room.limit());
        }
        List<Refusal> refusals = ledger.refusals(spec.price(), now);
        if (!refusals.isEmpty()) {
            return new AcceptResult.Refused(refusals);
        }
        if (tasks.size() >= capacity) {
            drop(finished.removeFirst());
        }
        PlanOverrides goes = course.get();
        Plan plan = lifecycle.plan(goes, now, random);
        Hold hold = ledger.hold(id, spec.price(), now);
        Task task = new Task(id, mark, seed, spec, plan, lifecycle.moves(goes), Oddity.of(goes, now), now, hold, onDue);
        tasks.add(task);
        room.reserve(task.bytes());
        count(task.settled(), 1);
        settle(task, now);
        return new AcceptResult.Accepted(task.view(), goes.fault(), goes.isEarly());
    }

    public boolean has(UUID id) {
        return tasks.has(id);
    }

    public Optional<TaskView> read(UUID id) {
        return tasks.get(id).map(Task::view);
    }

    /** The same for a client that asks, which moves some tasks. */
    public PollResult poll(UUID id, Instant now) {
        Optional<Task> task = tasks.get(id);
        task.filter(t -> !t.settled().isFinished()).ifPresent(t -> {
            t.poll(now);
            settle(t, now);
        });
        return task.map(t -> t.seen(now)).orElse(PollResult.NOTHING);
    }

    /** The same for a client that asks until there is nothing left to be asked for, if that is what moves the task. */
    public Optional<TaskView> pollToEnd(UUID id, Instant now) {
        Optional<Task> task = tasks.get(id);
        task.ifPresent(t -> {
            while (t.isMovedByPolls() && !t.settled().isFinished()) {
                t.poll(now);
                settle(t, now);
            }
        });
        return task.map(Task::view);
    }

    /**
     * The tasks that are kept, in the order in which they were accepted.
     *
     * @param after the task to go on after
     */
    public List<TaskView> list(Optional<TaskStatus> status, Optional<UUID> after, int limit) {
        return tasks.after(after)
                .filter(task -> status.isEmpty() || status.get() == task.settled())
                .limit(limit)
                .map(Task::view)
                .toList();
    }

    /** Ends an unfinished task now; a finished or unknown one is left alone, and the answer is empty. */
    public Optional<TaskView> end(UUID id, Outcome outcome, Instant now) {
        return unfinished(id).map(task -> {
            task.end(now, outcome);
            settle(task, now);
            return task.view();
        });
    }

    /** Stops the time of an unfinished task; a finished or unknown one is left alone, and the answer is empty. */
    public Optional<TaskView> hold(UUID id, Instant now) {
        return unfinished(id).map(task -> {
            if (!task.isHeld()) {
                task.hold(now);
                disarm(task);
            }
            return task.view();
        });
    }

    /** Lets the time of an unfinished task run on from where it was held. */
    public Optional<TaskView> release(UUID id, Instant now) {
        return unfinished(id).map(task -> {
            task.release(now);
            settle(task, now);
            return task.view();
        });
    }

    public int count(TaskStatus status) {
        return counts[status.ordinal()];
    }

    /** How often a task has come to this status, tasks that were dropped included. */
    public long entered(TaskStatus status) {
        return entered[status.ordinal()];
    }

    /** How many finished tasks were dropped to make room. */
    public long dropped() {
        return dropped;
    }

    /** Drops finished tasks, the first that finished first, as long as {@code isTooMuch} and there are any. */
    public void dropWhile(BooleanSupplier isTooMuch) {
        while (isTooMuch.getAsBoolean() && !finished.isEmpty()) {
            drop(finished.removeFirst());
        }
    }

    /** Forgets them all. What somebody who was here before still brings in is nobody's, and is not counted. */
    public void clear() {
        tasks.after(Optional.empty()).forEach(task -> room.release(task.bytes()));
        tasks.clear();
        finished.clear();
        room = new MemoryBudget(Long.MAX_VALUE);
    }

    private Optional<Task> unfinished(UUID id) {
        return tasks.get(id).filter(task -> !task.settled().isFinished());
    }

    private int unfinished() {
        return count(TaskStatus.PENDING) + count(TaskStatus.PROCESSING);
    }

    /** Brings what has been done about a task up to its status. A second call at the same instant does nothing. */
    private void settle(Task task, Instant now) {
        TaskStatus before = task.settled();
        TaskStatus status = task.statusAt(now);
        if (status != before) {
            task.settled(status);
            count(before, -1);
            count(status, 1);
            entered[status.ordinal()]++;
            if (status.isFinished()) {
                finish(task);
            }
        }
        arm(task, now);
    }

    private void finish(Task task) {
        Instant end = task.plan().endsAt();
        if (task.plan().outcome().isPaid()) {
            ledger.capture(task.takeHold(), end);
        } else {
            ledger.refund(task.takeHold(), end);
        }
        finished.addLast(task);
        onFinished.accept(task.view());
    }

    private void arm(Task task, Instant now) {
        Optional<Instant> next = task.nextChangeAfter(now);
        if (task.due() == null || next.isEmpty() || !task.due().at().equals(next.get())) {
            disarm(task);
            next.ifPresent(at -> task.due(due.add(at, task)));
        }
    }

    private void disarm(Task task) {
        if (task.due() != null) {
            due.cancel(task.due());
            task.due(null);
        }
    }

    private void drop(Task task) {
        tasks.remove(task);
        room.release(task.bytes());
        count(task.settled(), -1);
        dropped++;
    }

    private void count(TaskStatus status, int change) {
        counts[status.ordinal()] += change;
    }
}
