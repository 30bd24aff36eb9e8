package dev.darkroom.journal.report;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first request after one that was told to wait came too soon. */
final class IgnoredRetryAfter implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        Stream<Exchange> operations = conduct.exchanges().stream()
                .filter(exchange -> exchange.operation().isPresent());
        return ClientHistory.grouped(operations, Line::of).stream()
                .map(IgnoredRetryAfter::tooSoon)
                .filter(pauses -> !pauses.isEmpty())
                .map(IgnoredRetryAfter::finding);
    }

    private static List<RequestPair> tooSoon(List<Exchange> line) {
        return IntStream.range(0, line.size())
                .filter(i -> mayAskToWait(line.get(i).answer()))
                .mapToObj(i -> next(line, i))
                .flatMap(Optional::stream)
                .filter(pause -> pause.asked().isPresent() && !pause.isAsAsked())
                .toList();
    }

    private static boolean mayAskToWait(RecordedResponse answer) {
        return answer.isWhole() && (answer.status() == 429 || answer.status() == 503);
    }

    /** Those that were on their way already do not count. */
    private static Optional<RequestPair> next(List<Exchange> line, int index) {
        return line.subList(index + 1, line.size()).stream()
                .map(later -> new RequestPair(line.get(index), later))
                .filter(RequestPair::isInformed)
                .findFirst();
    }

    private static Finding finding(List<RequestPair> tooSoon) {
        RequestPair worst = RequestPair.shortest(tooSoon);
        return Finding.ofPauses(
                FindingType.IGNORED_RETRY_AFTER,
                "%s came %s sooner than the answer before had asked for with Retry-After, at the worst after %s of %s."
                        .formatted(
                                FindingText.line(worst.before()),
                                FindingText.times(tooSoon.size()),
                                FindingText.seconds(worst.length()),
                                FindingText.seconds(worst.asked().orElseThrow())),
                tooSoon);
    }

    /** Where requests wait for each other: polls only for those of the same task. */
    private record Line(String dialect, Operation operation, String path) {

        static Line of(Exchange exchange) {
            Operation operation = exchange.operation().orElseThrow();
            return new Line(
                    exchange.dialect(), operation, operation == Operation.POLL ? ClientHistory.path(exchange) : "");
        }
    }
}
