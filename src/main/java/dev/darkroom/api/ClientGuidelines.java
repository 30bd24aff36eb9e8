package dev.darkroom.api;

import dev.darkroom.journal.report.FindingType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How clients should use a vendor's API.
 *
 * @param pollInterval the recommended interval between polls of a task
 * @param pages the vendor's page that describes the right behavior, for each type of finding
 * @param finalErrors the codes of errors with status 429 that no retry resolves
 */
public record ClientGuidelines(Duration pollInterval, Map<FindingType, String> pages, Set<String> finalErrors) {

    /** Guidelines of a vendor whose errors with status 429 are all temporary. */
    public ClientGuidelines(Duration pollInterval, Map<FindingType, String> pages) {
        this(pollInterval, pages, Set.of());
    }
}
