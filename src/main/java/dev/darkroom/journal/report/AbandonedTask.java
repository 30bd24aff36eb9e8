package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The client polled a task, but never until its end, and no callback reported the end. Nothing is reported while the
 * client may still come back, when a fault may have made it give up, or when the control API failed the task.
 */
final class AbandonedTask implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        return history.polls().flatMap(polls -> finding(polls, history).stream());
    }

    private static Optional<Finding> finding(TaskPolls polls, ClientHistory history) {
        List<Exchange> exchanges = polls.exchanges();
        return lastReported(exchanges).filter(last -> isGivenUp(exchanges)).flatMap(last -> task(last)
                .flatMap(history.taskOf())
                .filter(task -> isAbandoned(task, last, history))
                .map(task -> finding(polls, last, task)));
    }

    /** The last poll that reported the task's status. */
    private static Optional<Exchange> lastReported(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(poll -> poll.details().reportedStatus().isPresent())
                .reduce((earlier, later) -> later);
    }

    private static boolean isGivenUp(List<Exchange> exchanges) {
        return exchanges.stream()
                .noneMatch(poll -> TaskPolls.reportedEnd(poll).isPresent()
                        || poll.details().fault().isPresent());
    }

    private static Optional<UUID> task(Exchange poll) {
        return poll.details().taskId();
    }

    private static boolean isAbandoned(KnownTask task, Exchange last, ClientHistory history) {
        boolean isCancelled = task.status() == TaskStatus.FAILED && task.isEndedByHand();
        return task.status().isFinished()
                && !isCancelled
                && !task.isReportedByCallback()
                && isPollOverdue(task, last, history);
    }

    private static boolean isPollOverdue(KnownTask task, Exchange last, ClientHistory history) {
        Instant from = task.finishedAt().isAfter(last.at()) ? task.finishedAt() : last.at();
        Duration interval = history.dialectOf().apply(task.dialect()).pollInterval();
        return !history.now().isBefore(from.plus(interval));
    }

    private static Finding finding(TaskPolls polls, Exchange last, KnownTask task) {
        return Finding.of(
                FindingType.ABANDONED_TASK,
                "Task %s was polled %s and then abandoned: the last poll reported %s, and the task %s later."
                        .formatted(
                                polls.task(),
                                FindingText.times(polls.exchanges().size()),
                                last.details()
                                        .reportedStatus()
                                        .orElseThrow()
                                        .name()
                                        .toLowerCase(Locale.ROOT),
                                task.status() == TaskStatus.COMPLETED ? "completed" : "failed"),
                polls.exchanges());
    }
}
