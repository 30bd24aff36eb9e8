package dev.darkroom.server.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build, which Maven writes into a resource. */
final class Version {

    private static final String RESOURCE = "/version.txt";

    private Version() {}

    static String current() {
        try (InputStream version = Version.class.getResourceAsStream(RESOURCE)) {
            return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
