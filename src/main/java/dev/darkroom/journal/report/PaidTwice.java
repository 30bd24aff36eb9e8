package dev.darkroom.journal.report;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A create request created a task, but its response was lost. The client sent the same request again and created
 * another task. The vendors have no idempotency keys.
 */
final class PaidTwice implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Stream<Exchange> accepted = history.of(Operation.CREATE)
                .filter(create -> create.details().taskId().isPresent());
        return ClientHistory.groupBy(accepted, RequestIdentity::of).stream()
                .map(PaidTwice::repeats)
                .filter(repeats -> !repeats.isEmpty())
                .map(PaidTwice::finding);
    }

    /** A lost response explains only one repeated request. Further repeats may be intentional. */
    private static List<RequestPair> repeats(List<Exchange> creates) {
        List<RequestPair> repeats = new ArrayList<>();
        List<Exchange> lost = new ArrayList<>();
        for (Exchange create : creates) {
            lost.stream()
                    .map(earlier -> new RequestPair(earlier, create))
                    .filter(PaidTwice::isRetry)
                    .findFirst()
                    .ifPresent(pair -> {
                        lost.remove(pair.earlier());
                        repeats.add(pair);
                    });
            if (isLost(create.response())) {
                lost.add(create);
            }
        }
        return repeats;
    }

    /**
     * If the client disconnected, it is unknown when it stopped waiting, so any later request counts. A request that
     * got the task of the earlier one did not create one.
     */
    private static boolean isRetry(RequestPair pair) {
        boolean isLater = pair.isAfterResponse() || !pair.earlier().response().isComplete();
        return isLater
                && !pair.earlier()
                        .details()
                        .taskId()
                        .equals(pair.later().details().taskId());
    }

    static boolean isLost(RecordedResponse response) {
        return response.status() == 0 || response.status() >= 500 || !response.isComplete();
    }

    private static Finding finding(List<RequestPair> repeats) {
        return Finding.ofPairs(
                FindingType.PAID_TWICE,
                "%s was sent again %s after its response had been lost, although it had created a task each time."
                        .formatted(
                                FindingText.requestLine(repeats.get(0).earlier()), FindingText.times(repeats.size())),
                repeats);
    }
}
