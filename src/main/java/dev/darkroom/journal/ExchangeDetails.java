package dev.darkroom.journal;

import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What became of a request inside.
 *
 * @param taskId the task that it was about; of a create request the one that it made, whatever was answered
 * @param told how that task stood, as far as the client was told
 * @param fault the rule or trigger, or both with {@link #AND} between, that spoilt the answer or the task's poll; a task that is spoilt is told of by its own
 *     exchanges
 * @param warnings what was said in {@code Darkroom-Warning}
 * @param unknownFields those of the warnings that are about fields which the API does not have
 * @param isExpired whether it asked for a picture that was there once
 */
public record ExchangeDetails(
        Optional<UUID> taskId,
        Optional<TaskStatus> told,
        Optional<String> fault,
        List<String> warnings,
        List<String> unknownFields,
        boolean isExpired) {

    /** What stands between two names of faults. */
    public static final String AND = ", ";

    public static final ExchangeDetails NONE =
            new ExchangeDetails(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), false);

    /** Whether one of the faults has such a name. */
    public boolean hasFault(Predicate<String> name) {
        return fault.stream().flatMap(names -> Stream.of(names.split(AND))).anyMatch(name);
    }
}
