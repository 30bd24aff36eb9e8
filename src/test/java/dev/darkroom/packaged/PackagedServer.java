package dev.darkroom.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the server that was built last, a jar or a native executable, as a separate process on a free port. */
public final class PackagedServer {

    private static final Path TARGET = Path.of("target");

    /** What the line with the address for HTTP begins with. */
    public static final String LISTENING = "Listening on";

    private static final String HTTPS = "HTTPS is at";

    /** Stops the server when its input ends, at the latest when the JVM that holds the other end exits. */
    private static final String BOUND = """
            exec 3<&0; "$@" </dev/null & server=$!; { cat <&3; kill -KILL $server; } >/dev/null 2>&1 & exec 3<&-; wait $server
            """;

    /** A test's server ends before it would gain from the optimizing compiler or a parallel garbage collector. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private PackagedServer() {}

    /** Starts a server with one environment variable. */
    static Process start(String variable, String value) throws IOException {
        return start(Path.of(""), Map.of(variable, value));
    }

    /** @param settings as {@code name=value} */
    static Process start(Path folder, Map<String, String> environment, String... settings) throws IOException {
        ProcessBuilder server = new ProcessBuilder(command(List.of(settings)))
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        server.environment().putAll(environment);
        useFreePorts(server.environment());
        return server.start();
    }

    /** Runs Darkroom with arguments, in a folder. */
    static Process run(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(command(List.of()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /**
     * Starts a server that is killed when this JVM exits or closes the process's output stream.
     *
     * @param settings as {@code name=value}
     */
    public static Process startBound(Collection<String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        if (File.separatorChar == '/') {
            command.addAll(List.of("sh", "-c", BOUND, "sh"));
        }
        command.addAll(command(settings));
        ProcessBuilder server = new ProcessBuilder(command).redirectErrorStream(true);
        useFreePorts(server.environment());
        Process process = server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    /** Several servers run at the same time. Their certificate authority stays in the build folder. */
    private static void useFreePorts(Map<String, String> environment) {
        environment.put("QUARKUS_HTTP_PORT", "0");
        environment.putIfAbsent("DARKROOM_TLS_PORT", "0");
        environment.putIfAbsent(
                "DARKROOM_TLS_DIRECTORY",
                TARGET.resolve("authority").toAbsolutePath().toString());
    }

    /** Whether the server that was built last is a native executable. */
    static boolean isNative() throws IOException {
        return artifact().getProperty("type").startsWith("native");
    }

    private static List<String> command(Collection<String> settings) throws IOException {
        Properties artifact = artifact();
        String path =
                TARGET.resolve(artifact.getProperty("path")).toAbsolutePath().toString();
        List<String> properties =
                settings.stream().map(setting -> "-D" + setting).toList();
        List<String> command = new ArrayList<>();
        if (isNative()) {
            command.add(path);
            command.addAll(properties);
        } else {
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(SHORT_LIVED);
            command.addAll(properties);
            command.addAll(List.of("-jar", path));
        }
        return command;
    }

    /** The artifact of the last Quarkus build: its type, and its path relative to the target folder. */
    private static Properties artifact() throws IOException {
        Properties artifact = new Properties();
        try (Reader file = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(file);
        }
        return artifact;
    }

    /** The log up to the lines with the server's addresses, or the whole log if the server exits first. */
    public static String logUntilUp(Process server) throws IOException {
        return logUntil(server, LISTENING, HTTPS);
    }

    /** The log up to the line in which the last of these texts appears, or the whole log if the server exits first. */
    public static String logUntil(Process server, String... texts) throws IOException {
        BufferedReader out = server.inputReader(UTF_8);
        StringBuilder log = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            log.append(line).append('\n');
            if (Stream.of(texts).allMatch(text -> log.indexOf(text) >= 0)) {
                break;
            }
        }
        return log.toString();
    }

    /** The rest of the log until the server exits. Stop the server by its handle; otherwise the log is lost. */
    static String rest(Process server) {
        return server.inputReader(UTF_8).lines().collect(Collectors.joining("\n"));
    }

    /** The URL of a server, from its {@link #logUntilUp log}. */
    public static String url(String log) {
        return urlAfter(LISTENING + ": ", log);
    }

    /** The URL of a server for HTTPS, from its {@link #logUntilUp log}. */
    public static String httpsUrl(String log) {
        return urlAfter(HTTPS + " ", log);
    }

    private static String urlAfter(String text, String log) {
        return log.substring(log.indexOf(text) + text.length())
                .split("[;\\s]", 2)[0]
                .replace("0.0.0.0", "localhost");
    }
}
