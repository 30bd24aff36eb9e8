package dev.darkroom.journal.report;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A request was rejected, sent again unchanged, and rejected again. The statuses are those that the vendors' client
 * libraries never retry (providers/sdk-behaviour.md §3). A vendor can have errors with status 429 that are as permanent.
 */
final class RetriedRefusal implements ReportRule {

    private static final Set<Integer> PERMANENT = Set.of(400, 401, 402, 403, 404);
    private static final int TOO_MANY_REQUESTS = 429;

    /** Whether sending the request again is pointless. */
    static boolean isPermanentRejection(Exchange exchange, ClientHistory history) {
        return exchange.response().isComplete()
                && (PERMANENT.contains(exchange.response().status()) || isFinal(exchange, history))
                && !isHiddenByFault(exchange);
    }

    private static boolean isFinal(Exchange exchange, ClientHistory history) {
        return exchange.response().status() == TOO_MANY_REQUESTS
                && exchange.operation().isPresent()
                && history.dialectOf()
                        .apply(exchange.dialect())
                        .isFinal(exchange.response().body().text());
    }

    /** Whether a fault hid the task or the image, so that a retry is justified. */
    private static boolean isHiddenByFault(Exchange exchange) {
        return exchange.response().status() == 404
                && exchange.details().fault().isPresent()
                && exchange.operation().filter(Operation.CREATE::equals).isEmpty();
    }

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        return ClientHistory.groupBy(retries(history).stream(), Rejection::of).stream()
                .map(RetriedRefusal::finding);
    }

    /** Each retry with the first rejection since the same request last succeeded. */
    private static List<RequestPair> retries(ClientHistory history) {
        List<RequestPair> retries = new ArrayList<>();
        Map<RequestIdentity, Exchange> rejected = new HashMap<>();
        for (Exchange exchange : history.exchanges()) {
            RequestIdentity request = RequestIdentity.of(exchange);
            if (isPermanentRejection(exchange, history)) {
                Exchange first = rejected.get(request);
                if (first == null
                        || first.response().status() != exchange.response().status()) {
                    rejected.put(request, exchange);
                } else if (new RequestPair(first, exchange).isAfterResponse()) {
                    retries.add(new RequestPair(first, exchange));
                }
            } else if (exchange.response().status() / 100 == 2) {
                rejected.remove(request);
            }
        }
        return retries;
    }

    private static Finding finding(List<RequestPair> retries) {
        Exchange first = retries.get(0).earlier();
        return Finding.ofPairs(
                FindingType.RETRIED_REFUSAL,
                "%s was sent again unchanged %s after it had been rejected with %d, and was rejected again."
                        .formatted(
                                FindingText.requestLine(first),
                                FindingText.times(retries.size()),
                                first.response().status()),
                retries);
    }

    private record Rejection(RequestIdentity request, int status) {

        static Rejection of(RequestPair retry) {
            return new Rejection(
                    RequestIdentity.of(retry.earlier()),
                    retry.earlier().response().status());
        }
    }
}
