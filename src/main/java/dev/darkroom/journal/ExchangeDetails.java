package dev.darkroom.journal;

import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.task.TaskMarks;
import dev.darkroom.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What Darkroom knows about a request beyond HTTP.
 *
 * @param taskId the task that the request was about; for a create request, the task that it created, whatever the
 *     response
 * @param reportedStatus the task's status that the response reported to the client
 * @param fault the rule or trigger, or several joined by {@link TaskMarks#SEPARATOR}, that affected the response or the
 *     poll. A fault of the task itself is recorded in the exchanges of that task
 * @param warnings the texts of {@code Darkroom-Warning}
 * @param unknownFields the warnings about fields that the API does not have
 * @param ignoredHeaders the warnings about headers that the API ignores
 * @param isImageExpired whether the request was for an image that has expired
 */
public record ExchangeDetails(
        Optional<UUID> taskId,
        Optional<TaskStatus> reportedStatus,
        Optional<String> fault,
        List<String> warnings,
        List<String> unknownFields,
        List<String> ignoredHeaders,
        boolean isImageExpired) {

    public static final ExchangeDetails NONE = new ExchangeDetails(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), false);

    /** Returns these details with the secrets in the client's texts masked. */
    public ExchangeDetails redacted(Redaction redaction) {
        if (fault.isEmpty() && warnings.isEmpty() && unknownFields.isEmpty()) {
            return this;
        }
        return new ExchangeDetails(
                taskId,
                reportedStatus,
                fault.map(redaction::text),
                warnings.stream().map(redaction::text).toList(),
                unknownFields.stream().map(redaction::text).toList(),
                ignoredHeaders,
                isImageExpired);
    }

    /** Whether one of the faults has a matching name. */
    public boolean hasFault(Predicate<String> name) {
        return fault.stream()
                .flatMap(names -> Stream.of(names.split(TaskMarks.SEPARATOR)))
                .anyMatch(name);
    }
}
