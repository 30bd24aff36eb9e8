package dev.darkroom.access;

import java.time.Instant;

/**
 * The state of a rate limit at one moment.
 *
 * @param limit the requests that it permits in one window
 * @param remaining the requests that it would permit now
 * @param resetsAt when it permits {@code limit} requests again
 */
public record RateLimitState(int limit, int remaining, Instant resetsAt) {}
