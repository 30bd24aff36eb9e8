package dev.darkroom.journal.report;

import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import dev.darkroom.journal.RecordedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A create request made a task, its answer did not say so, and the same request was sent again and made another. The
 * vendors know no key that would tell them that both are the same wish.
 */
final class PaidTwice implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        Stream<Exchange> taken = conduct.of(Operation.CREATE)
                .filter(create -> create.facts().taskId().isPresent());
        return ClientHistory.grouped(taken, RequestIdentity::of).stream()
                .map(PaidTwice::repeats)
                .filter(repeats -> !repeats.isEmpty())
                .map(PaidTwice::finding);
    }

    /** Each lost answer is made up for by one request only; a later one may be another wish. */
    private static List<RequestPair> repeats(List<Exchange> creates) {
        List<RequestPair> repeats = new ArrayList<>();
        List<Exchange> lost = new ArrayList<>();
        for (Exchange create : creates) {
            lost.stream()
                    .map(before -> new RequestPair(before, create))
                    .filter(PaidTwice::isRetry)
                    .findFirst()
                    .ifPresent(pause -> {
                        lost.remove(pause.before());
                        repeats.add(pause);
                    });
            if (isLost(create.answer())) {
                lost.add(create);
            }
        }
        return repeats;
    }

    /** When a client gave up that went away is not known for sure. */
    private static boolean isRetry(RequestPair pause) {
        return pause.isInformed() || !pause.before().answer().isWhole();
    }

    private static boolean isLost(RecordedResponse answer) {
        return answer.status() == 0 || answer.status() >= 500 || !answer.isWhole();
    }

    private static Finding finding(List<RequestPair> repeats) {
        return Finding.ofPauses(
                FindingType.PAID_TWICE,
                "%s was sent again %s after its answer had been lost, though it had made a task each time."
                        .formatted(FindingText.line(repeats.get(0).before()), FindingText.times(repeats.size())),
                repeats);
    }
}
