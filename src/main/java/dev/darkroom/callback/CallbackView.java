package dev.darkroom.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A callback at one instant.
 *
 * @param id as {@link Delivery#id}
 * @param taskId its task
 * @param event the event that a webhook is told about; empty for the URL that the request named
 * @param attempts the newest ones, oldest first
 * @param nextAttempt when the next attempt is planned; empty when none is
 * @param postponedBy the rule or trigger that postponed the next attempt
 * @param latest the last attempt or, before the first one, the next
 */
public record CallbackView(
        UUID id,
        UUID taskId,
        String url,
        Optional<String> event,
        CallbackState state,
        List<PastAttempt> attempts,
        Optional<Instant> nextAttempt,
        Optional<String> postponedBy,
        Attempt latest) {

    /**
     * An attempt and its result.
     *
     * @param at when it was made, on the sandbox's clock
     * @param fault the rule or trigger that injected a fault
     * @param result empty while it is in flight
     */
    public record PastAttempt(int number, Instant at, Optional<String> fault, Optional<AttemptResult> result) {

        PastAttempt ended(AttemptResult result) {
            return new PastAttempt(number, at, fault, Optional.of(result));
        }
    }
}
