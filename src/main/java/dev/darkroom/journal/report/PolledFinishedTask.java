package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.stream.Stream;

/** The client kept polling after a poll had reported the end of the task. Responses that were cut off do not count. */
final class PolledFinishedTask implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        return history.polls().flatMap(PolledFinishedTask::finding);
    }

    private static Stream<Finding> finding(TaskPolls polls) {
        int end = polls.firstEndIndex();
        List<RequestPair> tooMany = polls.exchanges().stream()
                .skip(end + 1L)
                .map(later -> new RequestPair(polls.exchanges().get(end), later))
                .filter(RequestPair::isAfterResponse)
                .toList();
        return tooMany.isEmpty() ? Stream.empty() : Stream.of(finding(polls, tooMany));
    }

    private static Finding finding(TaskPolls polls, List<RequestPair> tooMany) {
        Exchange last = tooMany.get(0).earlier();
        boolean completed =
                TaskPolls.reportedEnd(last).filter(TaskStatus.COMPLETED::equals).isPresent();
        return Finding.ofPairs(
                FindingType.POLLED_FINISHED_TASK,
                "Task %s was polled again %s after a poll had reported that it had %s."
                        .formatted(polls.task(), FindingText.times(tooMany.size()), completed ? "completed" : "failed"),
                tooMany);
    }
}
