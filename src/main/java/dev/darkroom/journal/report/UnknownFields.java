package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;

/**
 * The client sent fields that the API does not have. The API ignores them, so they do not do what the client expects.
 */
final class UnknownFields implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Stream<Exchange> warned = history.exchanges().stream()
                .filter(exchange -> !exchange.details().unknownFields().isEmpty());
        return ClientHistory.groupBy(warned, exchange -> exchange.details().unknownFields()).stream()
                .map(UnknownFields::finding);
    }

    private static Finding finding(List<Exchange> exchanges) {
        return Finding.of(
                FindingType.UNKNOWN_FIELDS,
                "Fields that the API ignores were sent %s: %s"
                        .formatted(
                                FindingText.times(exchanges.size()),
                                String.join(", ", exchanges.get(0).details().unknownFields())),
                exchanges);
    }
}
