package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The polls of one task, in order of arrival. They are grouped by path, because the task of a poll that was rejected
 * early is not known.
 *
 * @param task the id that the client knows the task by
 */
record TaskPolls(String task, List<Exchange> exchanges) {

    /** Empty when none of the polls found a task. */
    static Optional<TaskPolls> of(List<Exchange> exchanges, Function<UUID, String> publicIdOf) {
        return exchanges.stream()
                .flatMap(poll -> poll.details().taskId().stream())
                .findFirst()
                .map(taskId -> new TaskPolls(publicIdOf.apply(taskId), exchanges));
    }

    /** The final status that a poll reported; empty when it reported none or was cut off. */
    static Optional<TaskStatus> reportedEnd(Exchange poll) {
        return poll.details().reportedStatus().filter(TaskStatus::isFinished).filter(status -> poll.response()
                .isComplete());
    }

    /** The index of the first poll that reported the task's end; the number of polls when none did. */
    int firstEndIndex() {
        return IntStream.range(0, exchanges.size())
                .filter(i -> reportedEnd(exchanges.get(i)).isPresent())
                .findFirst()
                .orElse(exchanges.size());
    }
}
