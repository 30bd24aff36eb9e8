package dev.darkroom.journal.report;

import java.time.Duration;
import java.util.Set;

/**
 * What a report needs to know about an API.
 *
 * @param pollInterval the recommended time between two polls of a task
 * @param hasPolls whether clients poll a task; without polls, the response to a create request has the result
 * @param hasCallbacks whether a create request can name a URL for a callback
 * @param finalErrors the codes of errors with status 429 that no retry resolves
 */
public record KnownDialect(Duration pollInterval, boolean hasPolls, boolean hasCallbacks, Set<String> finalErrors) {

    /** An API whose errors with status 429 are all temporary. */
    public KnownDialect(Duration pollInterval, boolean hasPolls, boolean hasCallbacks) {
        this(pollInterval, hasPolls, hasCallbacks, Set.of());
    }

    /** Whether the body of a response contains a code that no retry resolves. */
    boolean isFinal(String body) {
        return finalErrors.stream().anyMatch(code -> body.contains("\"code\":\"" + code + "\""));
    }
}
