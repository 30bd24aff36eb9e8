package dev.darkroom.sandbox;

import java.time.Instant;

/**
 * What a leap of the clock brought about.
 *
 * @param from what the clock showed before
 * @param now what it shows
 * @param happened what fell due on the way
 */
public record AdvanceResult(Instant from, Instant now, EventCounts happened) {}
