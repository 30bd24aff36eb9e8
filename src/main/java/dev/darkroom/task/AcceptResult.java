package dev.darkroom.task;

import dev.darkroom.ledger.Refusal;
import java.util.List;
import java.util.Optional;

/** What became of a request for a task. Only in the first case has anything been stored or paid. */
public sealed interface AcceptResult {

    /**
     * @param fault who wants something unusual of it
     * @param isEarly whether its client shall be called back before it is told of the task
     */
    record Accepted(TaskView task, Optional<String> fault, boolean isEarly) implements AcceptResult {}

    /** @param reasons why its price cannot be held: at least one */
    record Refused(List<Refusal> reasons) implements AcceptResult {}

    /**
     * All sandboxes together keep as much as they may, and this one has nothing to drop.
     *
     * @param bytes how much that is
     */
    record NoMemory(long bytes) implements AcceptResult {}

    /** As many tasks are unfinished as may be kept, and none of them may be dropped. */
    record TooManyUnfinished(int limit) implements AcceptResult {}
}
