package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Polls of an unfinished task should be as far apart as the vendor's page advises. One that was refused, failed or cut off
 * says nothing of the task, so it may be repeated; how soon is for its Retry-After to say.
 */
final class PolledTooFast implements ReportRule {

    /** What a client's timer may be off by. */
    private static final double TOLERANCE = 0.1;

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        return conduct.polls().flatMap(polls -> {
            Duration interval =
                    conduct.pollInterval().apply(polls.exchanges().get(0).dialect());
            List<RequestPair> tooShort =
                    pauses(polls).filter(pause -> isTooShort(pause, interval)).toList();
            return tooShort.isEmpty() ? Stream.empty() : Stream.of(finding(polls, interval, tooShort));
        });
    }

    /** Those until the task's end was told. */
    private static Stream<RequestPair> pauses(TaskPolls polls) {
        List<Exchange> exchanges = polls.exchanges();
        return IntStream.range(0, Math.min(polls.endIndex(), exchanges.size() - 1))
                .mapToObj(i -> new RequestPair(exchanges.get(i), exchanges.get(i + 1)));
    }

    private static boolean isTooShort(RequestPair pause, Duration interval) {
        Exchange before = pause.before();
        return before.answer().isWhole()
                && before.answer().status() < 400
                && pause.length().toMillis() < interval.toMillis() * (1 - TOLERANCE);
    }

    private static Finding finding(TaskPolls polls, Duration interval, List<RequestPair> tooShort) {
        return Finding.ofPauses(
                FindingType.POLLED_TOO_FAST,
                "Task %s was polled %s less than %s after the poll before, at the worst after %s."
                        .formatted(
                                polls.task(),
                                FindingText.times(tooShort.size()),
                                FindingText.seconds(interval),
                                FindingText.seconds(RequestPair.shortest(tooShort).length())),
                tooShort);
    }
}
