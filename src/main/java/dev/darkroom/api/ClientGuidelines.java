package dev.darkroom.api;

import dev.darkroom.journal.report.FindingType;
import java.time.Duration;
import java.util.Map;

/**
 * How clients should use a vendor's API.
 *
 * @param pollInterval the recommended interval between polls of a task
 * @param pages the vendor's page that describes the right behavior, for each type of finding
 */
public record ClientGuidelines(Duration pollInterval, Map<FindingType, String> pages) {}
