package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;

/** A picture was asked for when it was there no more. Of one that a fault took away the client could not know. */
final class ExpiredImage implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        Stream<Exchange> tooLate = conduct.exchanges().stream()
                .filter(exchange -> exchange.facts().isExpired())
                .filter(exchange -> exchange.facts().fault().isEmpty());
        return ClientHistory.grouped(tooLate, ClientHistory::path).stream().map(ExpiredImage::finding);
    }

    private static Finding finding(List<Exchange> exchanges) {
        return Finding.of(
                FindingType.EXPIRED_PICTURE,
                "%s was sent %s after the picture had expired."
                        .formatted(FindingText.line(exchanges.get(0)), FindingText.times(exchanges.size())),
                exchanges);
    }
}
