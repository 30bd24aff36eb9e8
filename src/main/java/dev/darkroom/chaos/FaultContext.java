package dev.darkroom.chaos;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Something that may go wrong.
 *
 * @param dialect whose API it is about
 * @param model as the client named it; asked for only when a rule wants to know
 * @param prompt the same
 * @param taskId the task that it is about, where there is one already
 * @param draw which of several it is, where their order is left to time; what chance decides of them then does not
 *     depend on the order
 */
public record FaultContext(
        Operation operation,
        String dialect,
        Supplier<Optional<String>> model,
        Supplier<Optional<String>> prompt,
        Optional<UUID> taskId,
        OptionalLong draw) {

    /** Of a request that names no model and has no prompt. */
    public static FaultContext of(Operation operation, String dialect) {
        return new FaultContext(
                operation, dialect, Optional::empty, Optional::empty, Optional.empty(), OptionalLong.empty());
    }
}
