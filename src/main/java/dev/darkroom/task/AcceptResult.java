package dev.darkroom.task;

import dev.darkroom.ledger.Refusal;
import java.util.List;

/** The result of a create request. Only {@link Accepted} stores a task and holds its price. */
public sealed interface AcceptResult {

    /** @param hasEarlyCallback whether its callback arrives before the response to the create request */
    record Accepted(TaskView task, boolean hasEarlyCallback) implements AcceptResult {}

    /** @param task the task that an earlier request created with the same {@link TaskSpec#clientId} */
    record Retried(TaskView task) implements AcceptResult {}

    /** @param reasons why the price cannot be held; at least one */
    record Refused(List<Refusal> reasons) implements AcceptResult {}

    /**
     * The unfinished tasks of this sandbox take as much memory as they may. Darkroom never drops an unfinished task.
     *
     * @param bytes what they take
     */
    record NoMemory(long bytes) implements AcceptResult {}

    /** The sandbox was dropped; the key's next use creates a new one. */
    record Closed() implements AcceptResult {}

    /** The sandbox keeps as many unfinished tasks as it may, and Darkroom never drops an unfinished task. */
    record TooManyUnfinished(int limit) implements AcceptResult {}
}
