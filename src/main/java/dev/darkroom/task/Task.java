package dev.darkroom.task;

import dev.darkroom.time.DueQueue.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One task, and the plan that moves it. The due queue runs it when its status changes. */
final class Task implements Consumer<Instant> {

    private final UUID id;
    private final TaskSpec spec;
    private final Instant createdAt;
    private final BiConsumer<Task, Instant> onDue;
    private final int bytes;
    private Plan plan;
    private Instant heldAt;
    private TaskStatus settled = TaskStatus.PENDING;
    private Due due;
    private final int pollsEach;
    private int polls;

    /**
     * @param progression what moves it
     * @param onDue what is to be done when its status changes by itself; one for all tasks
     */
    Task(
            UUID id,
            TaskSpec spec,
            Plan plan,
            Progression progression,
            Instant createdAt,
            BiConsumer<Task, Instant> onDue) {
        this.id = id;
        this.spec = spec;
        this.plan = plan;
        this.createdAt = createdAt;
        this.onDue = onDue;
        this.bytes = spec.bytes();
        this.heldAt = progression instanceof Progression.Held ? createdAt : null;
        this.pollsEach = progression instanceof Progression.Polls moves ? moves.each() : 0;
    }

    UUID id() {
        return id;
    }

    TaskSpec spec() {
        return spec;
    }

    Plan plan() {
        return plan;
    }

    /** As {@link TaskSpec#bytes()}. */
    int bytes() {
        return bytes;
    }

    /** The status that has been acted upon: credits moved, callback planned. */
    TaskStatus settled() {
        return settled;
    }

    void settled(TaskStatus status) {
        settled = status;
    }

    TaskStatus statusAt(Instant now) {
        return plan.statusAt(heldAt == null ? now : heldAt);
    }

    /** When the status changes next; empty when the task is finished or held. */
    Optional<Instant> nextChangeAfter(Instant now) {
        return heldAt == null ? plan.nextChangeAfter(now) : Optional.empty();
    }

    boolean isHeld() {
        return heldAt != null;
    }

    void hold(Instant now) {
        heldAt = now;
    }

    void release(Instant now) {
        if (heldAt != null) {
            plan = plan.delayed(heldAt, Duration.between(heldAt, now));
            heldAt = null;
        }
    }

    /** Counts a poll, which may be the one that moves it on. */
    void poll(Instant now) {
        if (pollsEach > 0 && !isHeld() && ++polls % pollsEach == 0) {
            plan = plan.movedOn(now);
        }
    }

    void end(Instant now, Outcome outcome) {
        plan = plan.endingAt(now, outcome);
        heldAt = null;
    }

    /** @param due the entry of the queue that will move this task; null when there is none */
    void due(Due due) {
        this.due = due;
    }

    Due due() {
        return due;
    }

    @Override
    public void accept(Instant instant) {
        due = null;
        onDue.accept(this, instant);
    }

    TaskView view() {
        return new TaskView(id, spec, createdAt, settled, isHeld(), plan);
    }
}
