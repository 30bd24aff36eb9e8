package dev.darkroom.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files of the console from the class path, each once. It keeps only files that exist, so it is bounded. */
@Singleton
class ConsoleFiles {

    private static final String ROOT = "console/";

    /** Has no character with a meaning in a path. */
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9-]{1,40}");

    private static final Pattern FILE = Pattern.compile("[a-z0-9-]{1,40}\\.([a-z0-9]{2,5})");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "txt", "text/plain;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final Map<String, ConsoleFile> files = new ConcurrentHashMap<>();

    /**
     * Blocks when a file is read for the first time.
     *
     * @param name the name in the request; the result is empty when no file has it
     */
    Optional<ConsoleFile> find(String name) {
        return find("", name);
    }

    /** As {@link #find(String)}, for a file in a folder. */
    Optional<ConsoleFile> findInFolder(String folder, String name) {
        return FOLDER.matcher(folder).matches() ? find(folder + "/", name) : Optional.empty();
    }

    private Optional<ConsoleFile> find(String prefix, String name) {
        Matcher file = FILE.matcher(name);
        if (!file.matches() || !TYPES.containsKey(file.group(1))) {
            return Optional.empty();
        }
        String type = TYPES.get(file.group(1));
        return Optional.ofNullable(files.computeIfAbsent(prefix + name, missing -> read(missing, type)));
    }

    /** Returns null, which the map does not keep, if there is no such file. */
    private static ConsoleFile read(String name, String type) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(ROOT + name)) {
            return file == null ? null : ConsoleFile.of(type, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
