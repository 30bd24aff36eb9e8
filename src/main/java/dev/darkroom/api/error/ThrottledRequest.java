package dev.darkroom.api.error;

import dev.darkroom.access.RateRule;
import java.time.Duration;

/**
 * A request that exceeds a rate limit.
 *
 * @param rule the exceeded limit
 * @param retryAfter how long a client must wait if no other client uses its key; in real time, or on the sandbox's
 *     clock if that is frozen
 */
public record ThrottledRequest(RateRule rule, Duration retryAfter) {}
