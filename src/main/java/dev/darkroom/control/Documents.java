package dev.darkroom.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The documents that Darkroom serves unchanged. SmallRye's extension could serve the OpenAPI documents, but it adds a
 * quarter of a second to every start.
 */
final class Documents {

    static final String CONTROL_CONTRACT = "contract/control.yaml";

    private static final Pattern NAME = Pattern.compile("[a-z-]{1,40}");

    private Documents() {}

    /** @param name the name in the request; the result is empty when no resource has this name */
    static Optional<byte[]> find(String folder, String name, String extension) {
        String path = folder + name + extension;
        boolean exists = NAME.matcher(name).matches()
                && Thread.currentThread().getContextClassLoader().getResource(path) != null;
        return exists ? Optional.of(read(path)) : Optional.empty();
    }

    /** @param path the path of an existing resource */
    static byte[] read(String path) {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
