package dev.darkroom.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The documents that are served as they are. SmallRye's extension would serve the OpenAPI ones too, but it takes a
 * quarter of a second of every start for it.
 */
final class Documents {

    static final String CONTROL_CONTRACT = "contract/control.yaml";

    private static final Pattern NAME = Pattern.compile("[a-z-]{1,40}");

    private Documents() {}

    /** @param name what somebody asked for; empty when there is no such resource */
    static Optional<byte[]> find(String folder, String name, String ending) {
        String path = folder + name + ending;
        boolean exists = NAME.matcher(name).matches()
                && Thread.currentThread().getContextClassLoader().getResource(path) != null;
        return exists ? Optional.of(read(path)) : Optional.empty();
    }

    /** @param path of a resource that is there */
    static byte[] read(String path) {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
