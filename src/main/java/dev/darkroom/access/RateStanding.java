package dev.darkroom.access;

import java.time.Instant;

/**
 * How much of a rate limit is left.
 *
 * @param limit how many requests it permits
 * @param remaining how many it would permit now
 * @param resetsAt when it will permit as many as ever again
 */
public record RateStanding(int limit, int remaining, Instant resetsAt) {}
