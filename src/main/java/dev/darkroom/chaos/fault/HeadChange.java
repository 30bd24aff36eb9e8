package dev.darkroom.chaos.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a fault changes in the head of a response.
 *
 * @param status empty to keep it
 * @param headers the values by name; an empty value removes the header
 * @param retryDate how long after the response the date in {@code Retry-After} is; empty for no date
 */
public record HeadChange(OptionalInt status, Map<String, Optional<String>> headers, Optional<Duration> retryDate) {}
