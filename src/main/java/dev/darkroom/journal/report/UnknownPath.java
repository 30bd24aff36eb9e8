package dev.darkroom.journal.report;

import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.stream.Stream;

/**
 * The client requested a path that the API does not have. The warning of the request may name the path that it meant.
 */
final class UnknownPath implements ReportRule {

    private static final int NOT_FOUND = 404;

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Stream<Exchange> unknown = history.exchanges().stream()
                .filter(exchange -> exchange.operation().isEmpty())
                .filter(exchange -> exchange.response().status() == NOT_FOUND);
        return ClientHistory.groupBy(unknown, Endpoint::of).stream().map(UnknownPath::finding);
    }

    private static Finding finding(List<Exchange> exchanges) {
        Exchange first = exchanges.get(0);
        List<String> warnings = first.details().warnings();
        String message = "%s was sent %s, but %s has no such path."
                .formatted(FindingText.requestLine(first), FindingText.times(exchanges.size()), first.dialect());
        return Finding.of(
                FindingType.UNKNOWN_PATH,
                warnings.isEmpty() ? message : message + " " + String.join(", ", warnings),
                exchanges);
    }

    private record Endpoint(String dialect, String method, String path) {

        static Endpoint of(Exchange exchange) {
            return new Endpoint(exchange.dialect(), exchange.request().method(), ClientHistory.path(exchange));
        }
    }
}
