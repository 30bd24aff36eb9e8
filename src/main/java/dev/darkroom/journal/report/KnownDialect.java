package dev.darkroom.journal.report;

import java.time.Duration;

/**
 * What a report needs to know about an API.
 *
 * @param pollInterval the recommended time between two polls of a task
 * @param hasPolls whether clients poll a task; without polls, the response to a create request has the result
 * @param hasCallbacks whether a create request can name a URL for a callback
 */
public record KnownDialect(Duration pollInterval, boolean hasPolls, boolean hasCallbacks) {}
