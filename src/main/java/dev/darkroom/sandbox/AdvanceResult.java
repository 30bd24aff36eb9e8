package dev.darkroom.sandbox;

import java.time.Instant;

/**
 * The result of an advance of the clock.
 *
 * @param from the time before
 * @param now the time after
 * @param events the events between the two times
 */
public record AdvanceResult(Instant from, Instant now, EventCounts events) {}
