package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.stream.Stream;

/** A poll that told the end of the task is the last that there should be; one that was cut off does not count. */
final class PolledFinishedTask implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        return conduct.polls().flatMap(PolledFinishedTask::finding);
    }

    private static Stream<Finding> finding(TaskPolls polls) {
        int end = polls.endIndex();
        List<RequestPair> tooMany = polls.exchanges().stream()
                .skip(end + 1L)
                .map(later -> new RequestPair(polls.exchanges().get(end), later))
                .filter(RequestPair::isInformed)
                .toList();
        return tooMany.isEmpty() ? Stream.empty() : Stream.of(finding(polls, tooMany));
    }

    private static Finding finding(TaskPolls polls, List<RequestPair> tooMany) {
        Exchange last = tooMany.get(0).before();
        boolean completed = TaskPolls.end(last).filter(TaskStatus.COMPLETED::equals).isPresent();
        return Finding.ofPauses(
                FindingType.POLLED_FINISHED_TASK,
                "Task %s was polled again %s after a poll had told that it had %s."
                        .formatted(polls.task(), FindingText.times(tooMany.size()), completed ? "completed" : "failed"),
                tooMany);
    }
}
