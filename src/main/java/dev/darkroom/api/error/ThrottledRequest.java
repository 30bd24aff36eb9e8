package dev.darkroom.api.error;

import dev.darkroom.access.RateRule;
import java.time.Duration;

/**
 * A request that a rate limit refuses.
 *
 * @param rule the limit
 * @param retryAfter the time after which a client that is alone with its key is admitted, in real time if the sandbox's clock runs
 */
public record ThrottledRequest(RateRule rule, Duration retryAfter) {}
