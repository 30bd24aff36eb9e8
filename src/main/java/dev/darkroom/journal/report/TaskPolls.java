package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The polls of one task, in order of arrival.
 *
 * @param task the id that the client knows the task by
 */
record TaskPolls(String task, List<Exchange> exchanges) {

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
