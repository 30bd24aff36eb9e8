package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.stream.Stream;

/** A poll that told the end of the task is the last that there should be; one that was cut off does not count. */
final class PolledFinishedTask implements Rule {

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        return conduct.polls().flatMap(PolledFinishedTask::finding);
    }

    private static Stream<Finding> finding(Polls polls) {
        int end = polls.endIndex();
        List<Pause> tooMany = polls.exchanges().stream()
                .skip(end + 1L)
                .map(later -> new Pause(polls.exchanges().get(end), later))
                .filter(Pause::isInformed)
                .toList();
        return tooMany.isEmpty() ? Stream.empty() : Stream.of(finding(polls, tooMany));
    }

    private static Finding finding(Polls polls, List<Pause> tooMany) {
        Exchange last = tooMany.get(0).before();
        boolean completed = Polls.end(last).filter(TaskStatus.COMPLETED::equals).isPresent();
        return Finding.ofPauses(
                FindingKind.POLLED_FINISHED_TASK,
                "Task %s was polled again %s after a poll had told that it had %s."
                        .formatted(polls.task(), FindingText.times(tooMany.size()), completed ? "completed" : "failed"),
                tooMany);
    }
}
