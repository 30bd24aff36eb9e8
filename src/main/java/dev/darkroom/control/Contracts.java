package dev.darkroom.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The hand-written OpenAPI documents. SmallRye's extension would serve them too, but it takes a quarter of a second of
 * every start for it.
 */
final class Contracts {

    static final String CONTROL = "control";

    private Contracts() {}

    /** @param name of a dialect, or {@link #CONTROL} */
    static byte[] read(String name) {
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("contract/" + name + ".yaml")) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
