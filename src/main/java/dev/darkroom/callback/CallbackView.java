package dev.darkroom.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A callback as it stood at one instant.
 *
 * @param taskId the task that it tells of; a task has but one callback
 * @param attempts the newest ones, oldest first
 * @param nextAttempt when it will be tried again; empty when that is not planned
 * @param heldBy the rule or trigger that has it wait until then
 */
public record CallbackView(
        UUID taskId,
        String url,
        CallbackState state,
        List<Try> attempts,
        Optional<Instant> nextAttempt,
        Optional<String> heldBy) {

    /**
     * An attempt and what became of it.
     *
     * @param at when it was made, on the sandbox' clock
     * @param fault the rule or trigger that spoilt it
     * @param result empty while it is under way
     */
    public record Try(int number, Instant at, Optional<String> fault, Optional<AttemptResult> result) {

        Try ended(AttemptResult how) {
            return new Try(number, at, fault, Optional.of(how));
        }
    }
}
