package dev.darkroom.api.error;

import dev.darkroom.access.RateRule;
import java.time.Duration;

/**
 * A request that exceeds a rate limit.
 *
 * @param rule the exceeded limit
 * @param retryAfter the time after which the only client of a key is admitted; it is real time unless the sandbox's
 *     clock is frozen
 */
public record ThrottledRequest(RateRule rule, Duration retryAfter) {}
