package dev.darkroom.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The documents that are served as they are. SmallRye's extension would serve the OpenAPI ones too, but it takes a
 * quarter of a second of every start for it.
 */
final class Documents {

    static final String CONTROL_CONTRACT = "contract/control.yaml";

    private Documents() {}

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
