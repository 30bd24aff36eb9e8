package dev.darkroom.http;

import java.util.Optional;

/**
 * The body limits of operations that accept larger bodies than {@code darkroom.limits.body}. A dialect with
 * such operations provides a bean of this type.
 */
public interface BodyLimits {

    /**
     * The limit of an operation.
     *
     * @param path starts with the dialect's prefix, {@code /<name>/}
     * @return empty if the general limit applies
     */
    Optional<BodyLimit> of(String path);
}
