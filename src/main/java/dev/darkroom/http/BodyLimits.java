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

    /**
     * The limit for {@code multipart/form-data}. Forms that exceed {@code darkroom.limits.body} are stored in a
     * temporary file.
     *
     * @param path starts with the dialect's prefix, {@code /<name>/}
     * @return empty if the operation has no limit of its own for forms
     */
    default Optional<BodyLimit> ofForms(String path) {
        return Optional.empty();
    }
}
