package dev.darkroom.api;

import java.util.Map;

/** The headers and the body of one callback POST. */
public record CallbackMessage(Map<String, String> headers, byte[] body) {}
