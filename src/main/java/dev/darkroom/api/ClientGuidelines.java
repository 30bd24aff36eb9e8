package dev.darkroom.api;

import dev.darkroom.journal.report.FindingType;
import java.time.Duration;
import java.util.Map;

/**
 * How a vendor's API should be used.
 *
 * @param pollInterval how far apart polls of a task should be
 * @param pages for everything that a client can do wrong, where the vendor says what is right
 */
public record ClientGuidelines(Duration pollInterval, Map<FindingType, String> pages) {}
