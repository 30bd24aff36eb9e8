package dev.darkroom.wire.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the web console, as the build has put them together. */
final class ConsoleFolder {

    private static final Path ROOT = Path.of("target/classes/console");

    private ConsoleFolder() {}

    /** The names of all files, below the folder, with slashes. */
    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
