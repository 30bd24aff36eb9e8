package dev.darkroom.dialect;

import java.util.Map;

/** An error as a dialect tells it. The body is JSON. */
public record DialectError(int status, Map<String, String> headers, byte[] body) {}
