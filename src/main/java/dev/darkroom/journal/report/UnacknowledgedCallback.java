package dev.darkroom.journal.report;

import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.CallbackView.PastAttempt;
import dev.darkroom.chaos.Operation;
import dev.darkroom.journal.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A callback was given up because of the receiver. When a fault lost or changed an attempt, nothing is reported:
 * without the fault, the receiver might have acknowledged the callback.
 */
final class UnacknowledgedCallback implements ReportRule {

    @Override
    public Stream<Finding> findings(ClientHistory history) {
        Map<Optional<UUID>, List<Exchange>> creates = history.of(Operation.CREATE)
                .collect(Collectors.groupingBy(create -> create.details().taskId()));
        return history.callbacks().stream()
                .filter(callback -> callback.state() == CallbackState.GIVEN_UP)
                .filter(callback -> results(callback).anyMatch(UnacknowledgedCallback::isCausedByReceiver))
                .filter(callback -> callback.attempts().stream().noneMatch(UnacknowledgedCallback::isAffectedByFault))
                .map(callback ->
                        finding(callback, history, creates.getOrDefault(Optional.of(callback.taskId()), List.of())));
    }

    /** Whether the attempt was sent, or would have been sent to an address that is allowed. */
    private static boolean isCausedByReceiver(AttemptResult result) {
        return result instanceof AttemptResult.Responded
                || result instanceof AttemptResult.NoResponse
                || result instanceof AttemptResult.Forbidden;
    }

    /** Whether a fault may have caused the failure. A receiver may reject a garbled callback, for example. */
    private static boolean isAffectedByFault(PastAttempt attempt) {
        AttemptResult result = attempt.result().orElse(null);
        return result instanceof AttemptResult.Lost
                || result instanceof AttemptResult.Responded && attempt.fault().isPresent();
    }

    private static Stream<AttemptResult> results(CallbackView callback) {
        return callback.attempts().stream().flatMap(attempt -> attempt.result().stream());
    }

    private static Finding finding(CallbackView callback, ClientHistory history, List<Exchange> creates) {
        UUID taskId = callback.taskId();
        List<PastAttempt> attempts = callback.attempts();
        PastAttempt last = attempts.get(attempts.size() - 1);
        return Finding.of(
                FindingType.UNREAD_CALLBACK,
                history.taskOf().apply(taskId).map(KnownTask::dialect),
                "The callback of task %s was given up after %d %s; the last %s."
                        .formatted(
                                history.publicIdOf().apply(taskId),
                                last.number(),
                                last.number() == 1 ? "attempt" : "attempts",
                                last.result()
                                        .map(UnacknowledgedCallback::describe)
                                        .orElse("is in progress")),
                creates);
    }

    private static String describe(AttemptResult result) {
        return result instanceof AttemptResult.Responded response
                ? "received status " + response.status()
                : "received no response";
    }
}
