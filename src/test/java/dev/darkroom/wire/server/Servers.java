package dev.darkroom.wire.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.runAsync;

import dev.darkroom.packaged.PackagedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers of a test run, one for each set of settings. Each starts when its first test needs it. */
final class Servers implements AutoCloseable {

    /** The system property with the URL of a server that is already running. */
    static final String URL = "darkroom.url";

    /** The same for HTTPS. */
    private static final String HTTPS_URL = "darkroom.https-url";

    private static final Path LOGS = Path.of("target/wire-servers");
    private static final long MAX_START_SECONDS = 120;

    private final Map<Set<String>, Started> servers = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private record Started(Process process, TestServer server) {}

    static boolean isGiven() {
        return System.getProperty(URL) != null;
    }

    TestServer with(Set<String> settings) {
        return isGiven()
                ? new TestServer(System.getProperty(URL), System.getProperty(HTTPS_URL, "https://localhost:8443"))
                : servers.computeIfAbsent(settings, this::start).server();
    }

    private Started start(Set<String> settings) {
        try {
            Process process = PackagedServer.startBound(settings);
            Future<?> timeout =
                    runAsync(process::destroy, CompletableFuture.delayedExecutor(MAX_START_SECONDS, TimeUnit.SECONDS));
            String log = PackagedServer.logUntilUp(process);
            timeout.cancel(false);
            if (!log.contains("Listening on")) {
                throw new IllegalStateException("The server does not start:\n" + log);
            }
            writeLog(process, log);
            return new Started(process, new TestServer(PackagedServer.url(log), PackagedServer.httpsUrl(log)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the whole log to a file, for as long as the server runs. */
    private void writeLog(Process process, String start) throws IOException {
        Files.createDirectories(LOGS);
        Path file = LOGS.resolve("server-" + count.incrementAndGet() + ".log");
        PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file), true);
        Thread copy = new Thread(() -> {
            try (writer) {
                writer.println(start.stripTrailing());
                process.inputReader(UTF_8).lines().forEach(writer::println);
            }
        });
        copy.setDaemon(true);
        copy.start();
    }

    @Override
    public void close() throws IOException {
        for (Started started : servers.values()) {
            started.process().getOutputStream().close();
        }
    }
}
