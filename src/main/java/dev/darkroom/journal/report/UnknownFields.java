package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;

/** Fields that the API does not have are ignored, and whoever sends them expects something that will not happen. */
final class UnknownFields implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        Stream<Exchange> warned = conduct.exchanges().stream()
                .filter(exchange -> !exchange.facts().unknownFields().isEmpty());
        return ClientHistory.grouped(warned, exchange -> exchange.facts().unknownFields()).stream()
                .map(UnknownFields::finding);
    }

    private static Finding finding(List<Exchange> exchanges) {
        return Finding.of(
                FindingType.UNKNOWN_FIELDS,
                "What the API ignores was sent %s: %s"
                        .formatted(
                                FindingText.times(exchanges.size()),
                                String.join(", ", exchanges.get(0).facts().unknownFields())),
                exchanges);
    }
}
