package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;

/** The client requested an expired image. An image that a fault removed does not count: the client could not know. */
final class ExpiredImage implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Stream<Exchange> requests = history.exchanges().stream()
                .filter(exchange -> exchange.details().isImageExpired())
                .filter(exchange -> exchange.details().fault().isEmpty());
        return ClientHistory.groupBy(requests, ClientHistory::path).stream().map(ExpiredImage::finding);
    }

    private static Finding finding(List<Exchange> exchanges) {
        return Finding.of(
                FindingType.EXPIRED_PICTURE,
                "%s was sent %s after the image had expired."
                        .formatted(FindingText.requestLine(exchanges.get(0)), FindingText.times(exchanges.size())),
                exchanges);
    }
}
