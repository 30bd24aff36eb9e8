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
 * A request that was refused, and is refused again because nothing has changed. Which refusals are never retried is what
 * the vendors' client libraries agree on (providers/sdk-behaviour.md §3).
 */
final class RetriedRefusal implements ReportRule {

    private static final Set<Integer> FINAL = Set.of(400, 401, 402, 403, 404);

    /** Whether it makes no sense to send this request again. */
    static boolean isRefusal(Exchange exchange) {
        return exchange.answer().isWhole()
                && FINAL.contains(exchange.answer().status())
                && !isHiddenForAMoment(exchange);
    }

    /** A fault hid the task or the picture, and asking again was right. */
    private static boolean isHiddenForAMoment(Exchange exchange) {
        return exchange.answer().status() == 404
                && exchange.facts().fault().isPresent()
                && exchange.operation().filter(Operation.CREATE::equals).isEmpty();
    }

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        return ClientHistory.grouped(retries(conduct).stream(), Refusal::of).stream()
                .map(RetriedRefusal::finding);
    }

    /** Each with the refusal that it should have heeded: the first since the same request was taken. */
    private static List<RequestPair> retries(ClientHistory conduct) {
        List<RequestPair> retries = new ArrayList<>();
        Map<RequestIdentity, Exchange> refused = new HashMap<>();
        for (Exchange exchange : conduct.exchanges()) {
            RequestIdentity sent = RequestIdentity.of(exchange);
            if (isRefusal(exchange)) {
                Exchange first = refused.get(sent);
                if (first == null
                        || first.answer().status() != exchange.answer().status()) {
                    refused.put(sent, exchange);
                } else if (new RequestPair(first, exchange).isInformed()) {
                    retries.add(new RequestPair(first, exchange));
                }
            } else if (exchange.answer().status() / 100 == 2) {
                refused.remove(sent);
            }
        }
        return retries;
    }

    private static Finding finding(List<RequestPair> retries) {
        Exchange first = retries.get(0).before();
        return Finding.ofPauses(
                FindingType.RETRIED_REFUSAL,
                "%s was sent again %s as it was after it had been refused with %d, and was refused again."
                        .formatted(
                                FindingText.line(first),
                                FindingText.times(retries.size()),
                                first.answer().status()),
                retries);
    }

    private record Refusal(RequestIdentity sent, int status) {

        static Refusal of(RequestPair retry) {
            return new Refusal(RequestIdentity.of(retry.before()), retry.before().answer().status());
        }
    }
}
