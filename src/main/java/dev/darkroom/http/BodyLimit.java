package dev.darkroom.http;

/**
 * How large the body of a request may be.
 *
 * @param bytes at most {@code quarkus.rest.input-buffer-size} for a body that is kept in memory
 * @param origin where the limit comes from, such as the name of a setting
 */
public record BodyLimit(long bytes, String origin) {}
