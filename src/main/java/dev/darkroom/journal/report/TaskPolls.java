package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The polls of one task, in the order in which they arrived. They go by their path, for of a poll that was turned away at
 * the door nobody looked which task it was about.
 *
 * @param task what its client calls it
 */
record TaskPolls(String task, List<Exchange> exchanges) {

    /** Empty when no task of theirs was found. */
    static Optional<TaskPolls> of(List<Exchange> exchanges, Function<UUID, String> nameOf) {
        return exchanges.stream()
                .flatMap(poll -> poll.facts().taskId().stream())
                .findFirst()
                .map(taskId -> new TaskPolls(nameOf.apply(taskId), exchanges));
    }

    /** What end of the task a poll told; empty when it told none, or was cut off. */
    static Optional<TaskStatus> end(Exchange poll) {
        return poll.facts().told().filter(TaskStatus::isFinished).filter(status -> poll.answer()
                .isWhole());
    }

    /** The place of the first one that told the task's end; behind the last when none did. */
    int endIndex() {
        return IntStream.range(0, exchanges.size())
                .filter(i -> end(exchanges.get(i)).isPresent())
                .findFirst()
                .orElse(exchanges.size());
    }
}
