package dev.darkroom.api.error;

import java.util.Map;

/** An error as a dialect tells it. The body is JSON. */
public record ErrorResponse(int status, Map<String, String> headers, byte[] body) {}
