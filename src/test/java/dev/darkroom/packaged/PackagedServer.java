package dev.darkroom.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The packaged server as a process of its own, on a port that is free. */
final class PackagedServer {

    private PackagedServer() {}

    /** With one environment variable. */
    static Process start(String variable, String value) throws IOException {
        return start(Path.of(""), Map.of(variable, value));
    }

    static Process start(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        Path.of("target/quarkus-app/quarkus-run.jar")
                                .toAbsolutePath()
                                .toString())
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        server.environment().putAll(environment);
        server.environment().put("QUARKUS_HTTP_PORT", "0");
        return server.start();
    }

    /** What it says until it can be used, or has ended. */
    static String logUntilUp(Process server) throws IOException {
        BufferedReader out = server.inputReader(UTF_8);
        StringBuilder log = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            log.append(line).append('\n');
            if (line.contains("Listening on")) {
                break;
            }
        }
        return log.toString();
    }

    /** What it says after that until it has ended; it must have been stopped by its handle, or this is lost. */
    static String rest(Process server) {
        return server.inputReader(UTF_8).lines().collect(Collectors.joining("\n"));
    }

    /** Where it is reached, by {@link #logUntilUp what it said}. */
    static String url(String log) {
        return log.substring(log.indexOf("http://", log.indexOf("Listening on")))
                .strip()
                .replace("0.0.0.0", "localhost");
    }
}
