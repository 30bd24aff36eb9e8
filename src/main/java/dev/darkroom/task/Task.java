package dev.darkroom.task;

import dev.darkroom.ledger.Hold;
import dev.darkroom.time.DueQueue.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One task and its plan. The due queue calls it when its status changes.
 *
 * <p>There may be a million tasks, and the garbage collector has to move each of their objects. So a task keeps its id
 * and its instants as numbers, and creates objects only on demand.
 */
final class Task implements Consumer<Instant> {

    private final long idHigh;
    private final long idLow;
    private final int mark;
    private final long seed;
    private final TaskSpec spec;
    private final long createdSecond;
    private final int createdNano;
    private int bytes;
    private final BiConsumer<Task, Instant> onDue;
    private long startSecond;
    private int startNano;
    private int endNano;
    private long endSecond;
    private Outcome outcome;
    private Hold hold;
    private Instant heldAt;
    private TaskStatus settledStatus = TaskStatus.PENDING;
    private Due due;
    private final int pollsEach;
    private int polls;
    private final FaultState fault;
    private boolean isEndedByHand;

    /**
     * @param mark identifies its sandbox in its public id
     * @param seed the sandbox's seed
     * @param progression what changes its status
     * @param fault null when no rule or trigger changed the task
     * @param hold the hold on its price; open until the task is finished
     * @param onDue runs when time changes the status; one object shared by all tasks
     */
    Task(
            UUID id,
            int mark,
            long seed,
            TaskSpec spec,
            Plan plan,
            Progression progression,
            FaultState fault,
            Instant createdAt,
            Hold hold,
            BiConsumer<Task, Instant> onDue) {
        this.idHigh = id.getMostSignificantBits();
        this.idLow = id.getLeastSignificantBits();
        this.mark = mark;
        this.seed = seed;
        this.spec = spec;
        this.createdSecond = createdAt.getEpochSecond();
        this.createdNano = createdAt.getNano();
        this.hold = hold;
        this.fault = fault;
        this.onDue = onDue;
        this.bytes = spec.bytes();
        this.heldAt = progression instanceof Progression.Held ? createdAt : null;
        this.pollsEach = progression instanceof Progression.Polls byPolls ? byPolls.count() : 0;
        setPlan(plan);
    }

    UUID id() {
        return new UUID(idHigh, idLow);
    }

    boolean hasId(UUID id) {
        return id.getMostSignificantBits() == idHigh && id.getLeastSignificantBits() == idLow;
    }

    TaskSpec spec() {
        return spec;
    }

    Plan plan() {
        return new Plan(
                Instant.ofEpochSecond(startSecond, startNano), Instant.ofEpochSecond(endSecond, endNano), outcome);
    }

    /** The memory that it takes: {@link TaskSpec#bytes()}, and what is kept for it since its end. */
    int bytes() {
        return bytes;
    }

    void addBytes(int added) {
        bytes += added;
    }

    /** Removes the hold on its price, to capture or refund it. */
    Hold takeHold() {
        Hold taken = hold;
        hold = null;
        return taken;
    }

    /** The last status whose effects are done: credits captured or refunded, callback planned. */
    TaskStatus settledStatus() {
        return settledStatus;
    }

    void setSettledStatus(TaskStatus status) {
        settledStatus = status;
    }

    TaskStatus statusAt(Instant now) {
        return plan().statusAt(heldAt == null ? now : heldAt);
    }

    /** When the status changes next; empty when the task is finished or held. */
    Optional<Instant> nextChangeAfter(Instant now) {
        return heldAt == null ? plan().nextChangeAfter(now) : Optional.empty();
    }

    boolean isHeld() {
        return heldAt != null;
    }

    void hold(Instant now) {
        heldAt = now;
    }

    void release(Instant now) {
        if (heldAt != null) {
            setPlan(plan().delayed(heldAt, Duration.between(heldAt, now)));
            heldAt = null;
        }
    }

    /** Counts a poll, which may change the status. */
    void poll(Instant now) {
        if (isDrivenByPolls() && ++polls % pollsEach == 0) {
            setPlan(plan().withNextStatusAt(now));
        }
    }

    boolean isDrivenByPolls() {
        return pollsEach > 0 && !isHeld();
    }

    /** Ends the task for the control API. A fault may change the outcome. */
    void end(Instant now, Outcome outcome) {
        isEndedByHand = true;
        setPlan(plan().endingAt(now, fault == null ? outcome : fault.endByHand(outcome)));
        heldAt = null;
    }

    /** @param due the entry of the due queue for the next status change; null for none */
    void setDue(Due due) {
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

    TaskView view(Instant now) {
        return new TaskView(
                id(),
                PublicId.of(id(), mark),
                seed,
                spec,
                Instant.ofEpochSecond(createdSecond, createdNano),
                settledStatus,
                Optional.ofNullable(heldAt),
                plan(),
                isEndedByHand,
                fault == null ? Optional.empty() : fault.names(outcome, now));
    }

    /** What its client sees. */
    PollResult pollResult(Instant now) {
        return fault == null ? new PollResult(Optional.of(view(now)), Optional.empty()) : fault.report(view(now), now);
    }

    /** What its client would see, without any change of what it sees later. */
    PollResult peek(Instant now) {
        return fault == null ? new PollResult(Optional.of(view(now)), Optional.empty()) : fault.peek(view(now), now);
    }

    private void setPlan(Plan plan) {
        startSecond = plan.startsAt().getEpochSecond();
        startNano = plan.startsAt().getNano();
        endSecond = plan.endsAt().getEpochSecond();
        endNano = plan.endsAt().getNano();
        outcome = plan.outcome();
    }
}
