package dev.darkroom.journal.report;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The next request was sent before the {@code Retry-After} of the previous response had passed. */
final class IgnoredRetryAfter implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Stream<Exchange> operations = history.exchanges().stream()
                .filter(exchange -> exchange.operation().isPresent());
        return ClientHistory.groupBy(operations, RequestGroup::of).stream()
                .map(IgnoredRetryAfter::tooSoon)
                .filter(pairs -> !pairs.isEmpty())
                .map(IgnoredRetryAfter::finding);
    }

    private static List<RequestPair> tooSoon(List<Exchange> group) {
        return IntStream.range(0, group.size())
                .filter(i -> canRequestWait(group.get(i).response()))
                .mapToObj(i -> next(group, i))
                .flatMap(Optional::stream)
                .filter(pair -> pair.requestedWait().isPresent() && !pair.hasHonoredWait())
                .toList();
    }

    private static boolean canRequestWait(RecordedResponse response) {
        return response.isComplete() && (response.status() == 429 || response.status() == 503);
    }

    /** Requests sent before the response arrived do not count. */
    private static Optional<RequestPair> next(List<Exchange> group, int index) {
        return group.subList(index + 1, group.size()).stream()
                .map(later -> new RequestPair(group.get(index), later))
                .filter(RequestPair::isAfterResponse)
                .findFirst();
    }

    private static Finding finding(List<RequestPair> tooSoon) {
        RequestPair worst = RequestPair.shortest(tooSoon);
        return Finding.ofPairs(
                FindingType.IGNORED_RETRY_AFTER,
                "%s was sent %s before Retry-After had passed, in the worst case after %s of %s."
                        .formatted(
                                FindingText.requestLine(worst.earlier()),
                                FindingText.times(tooSoon.size()),
                                FindingText.seconds(worst.elapsed()),
                                FindingText.seconds(worst.requestedWait().orElseThrow())),
                tooSoon);
    }

    /** Requests that share one wait: those of one operation, and for polls, of one task. */
    private record RequestGroup(String dialect, Operation operation, String path) {

        static RequestGroup of(Exchange exchange) {
            Operation operation = exchange.operation().orElseThrow();
            return new RequestGroup(
                    exchange.dialect(), operation, operation == Operation.POLL ? ClientHistory.path(exchange) : "");
        }
    }
}
