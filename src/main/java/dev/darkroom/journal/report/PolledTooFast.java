package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The client polled an unfinished task more often than the vendor's page recommends. A poll that was rejected, failed
 * or was cut off may be repeated sooner, because it reported nothing; {@link IgnoredRetryAfter} checks how soon.
 */
final class PolledTooFast implements ReportRule {

    /** The tolerated inaccuracy of a client's timer, as a fraction. */
    private static final double TOLERANCE = 0.1;

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        return history.polls().flatMap(polls -> {
            Duration interval = history.dialectOf()
                    .apply(polls.exchanges().get(0).dialect())
                    .pollInterval();
            List<RequestPair> tooShort =
                    pairs(polls).filter(pair -> isTooShort(pair, interval)).toList();
            return tooShort.isEmpty() ? Stream.empty() : Stream.of(finding(polls, interval, tooShort));
        });
    }

    /** The pairs up to the poll that reported the task's end. */
    private static Stream<RequestPair> pairs(TaskPolls polls) {
        List<Exchange> exchanges = polls.exchanges();
        return IntStream.range(0, Math.min(polls.firstEndIndex(), exchanges.size() - 1))
                .mapToObj(i -> new RequestPair(exchanges.get(i), exchanges.get(i + 1)));
    }

    private static boolean isTooShort(RequestPair pair, Duration interval) {
        Exchange earlier = pair.earlier();
        return earlier.response().isComplete()
                && earlier.response().status() < 400
                && pair.elapsed().toMillis() < interval.toMillis() * (1 - TOLERANCE);
    }

    private static Finding finding(TaskPolls polls, Duration interval, List<RequestPair> tooShort) {
        return Finding.ofPairs(
                FindingType.POLLED_TOO_FAST,
                "Task %s was polled %s less than %s after the previous poll, in the worst case after %s."
                        .formatted(
                                polls.task(),
                                FindingText.times(tooShort.size()),
                                FindingText.seconds(interval),
                                FindingText.seconds(
                                        RequestPair.shortest(tooShort).elapsed())),
                tooShort);
    }
}
