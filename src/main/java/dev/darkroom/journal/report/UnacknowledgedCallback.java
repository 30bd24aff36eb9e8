package dev.darkroom.journal.report;

import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.CallbackView.Try;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A callback was given up, and that was the receiver's doing. One of which an attempt never reached it, or not as it
 * should have, might have been taken then.
 */
final class UnacknowledgedCallback implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory conduct) {
        Map<Optional<UUID>, List<Exchange>> creates = conduct.of(Operation.CREATE)
                .collect(Collectors.groupingBy(create -> create.facts().taskId()));
        return conduct.callbacks().stream()
                .filter(callback -> callback.state() == CallbackState.GIVEN_UP)
                .filter(callback -> results(callback).anyMatch(UnacknowledgedCallback::isReceiversDoing))
                .filter(callback -> callback.attempts().stream().noneMatch(UnacknowledgedCallback::isSpoilt))
                .map(callback ->
                        finding(callback, conduct, creates.getOrDefault(Optional.of(callback.taskId()), List.of())));
    }

    /** Whether it was really tried to reach the receiver, or would have been if it were anywhere that one may go. */
    private static boolean isReceiversDoing(AttemptResult result) {
        return result instanceof AttemptResult.Answered
                || result instanceof AttemptResult.Unanswered
                || result instanceof AttemptResult.Forbidden;
    }

    /** Whether a fault kept it from being taken, or may have: what is garbled is rightly refused. */
    private static boolean isSpoilt(Try attempt) {
        AttemptResult result = attempt.result().orElse(null);
        return result instanceof AttemptResult.Lost
                || result instanceof AttemptResult.Answered && attempt.fault().isPresent();
    }

    private static Stream<AttemptResult> results(CallbackView callback) {
        return callback.attempts().stream().flatMap(attempt -> attempt.result().stream());
    }

    private static Finding finding(CallbackView callback, ClientHistory conduct, List<Exchange> creates) {
        UUID taskId = callback.taskId();
        List<Try> attempts = callback.attempts();
        Try last = attempts.get(attempts.size() - 1);
        return Finding.of(
                FindingType.UNREAD_CALLBACK,
                conduct.dialectOf().apply(taskId),
                "The callback of task %s was given up after %d %s; the last %s."
                        .formatted(
                                conduct.nameOf().apply(taskId),
                                last.number(),
                                last.number() == 1 ? "attempt" : "attempts",
                                last.result().map(UnacknowledgedCallback::word).orElse("is under way")),
                creates);
    }

    private static String word(AttemptResult result) {
        return result instanceof AttemptResult.Answered answered
                ? "was answered with " + answered.status()
                : "was not answered";
    }
}
