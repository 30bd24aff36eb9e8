package dev.darkroom.http;

import java.util.OptionalLong;

/**
 * The body limits of operations that accept larger bodies than {@code quarkus.http.limits.max-body-size}. A dialect with
 * such operations provides a bean of this type.
 */
public interface BodyLimits {

    /**
     * The largest body that an operation accepts, in bytes; at most {@code quarkus.rest.input-buffer-size}. Bodies are kept
     * in memory.
     *
     * @param path starts with the dialect's prefix, {@code /<name>/}
     * @return empty if the general limit applies
     */
    OptionalLong maxBytes(String path);
}
