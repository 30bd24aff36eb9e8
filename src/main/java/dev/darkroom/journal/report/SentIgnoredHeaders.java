package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;

/** The client sent headers that the API ignores, although the client seems to rely on them. */
final class SentIgnoredHeaders implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Stream<Exchange> warned = history.exchanges().stream()
                .filter(exchange -> !exchange.details().ignoredHeaders().isEmpty());
        return ClientHistory.groupBy(warned, exchange -> exchange.details().ignoredHeaders()).stream()
                .map(SentIgnoredHeaders::finding);
    }

    private static Finding finding(List<Exchange> exchanges) {
        return Finding.of(
                FindingType.IGNORED_HEADERS,
                "Headers that the API ignores were sent %s: %s"
                        .formatted(
                                FindingText.times(exchanges.size()),
                                String.join(", ", exchanges.get(0).details().ignoredHeaders())),
                exchanges);
    }
}
