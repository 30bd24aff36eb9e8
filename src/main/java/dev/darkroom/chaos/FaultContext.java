package dev.darkroom.chaos;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a rule decides about: a request, a task or a callback attempt.
 *
 * @param dialect the name of the dialect
 * @param model the name that the client used; called only when a rule has a condition on it
 * @param prompt called only when a rule has a condition on it
 * @param taskId the task, if it exists already
 * @param randomKey seeds the random decisions about this context, because the order of contexts depends on timing.
 *     Empty when that order is fixed; the decisions then follow it.
 */
public record FaultContext(
        Operation operation,
        String dialect,
        Supplier<Optional<String>> model,
        Supplier<Optional<String>> prompt,
        Optional<UUID> taskId,
        OptionalLong randomKey) {

    /** The context of a request that has no model and no prompt. */
    public static FaultContext of(Operation operation, String dialect) {
        return new FaultContext(
                operation, dialect, Optional::empty, Optional::empty, Optional.empty(), OptionalLong.empty());
    }
}
