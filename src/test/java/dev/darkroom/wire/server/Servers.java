package dev.darkroom.wire.server;

import dev.darkroom.packaged.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers of a test run, one for each set of settings. Each starts when its first test needs it. */
final class Servers implements AutoCloseable {

    /** The system property with the URL of a server that is already running. */
    static final String URL = "darkroom.url";

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
                ? new TestServer(System.getProperty(URL))
                : servers.computeIfAbsent(settings, this::start).server();
    }

    private Started start(Set<String> settings) {
        try {
            Files.createDirectories(LOGS);
            Path log = LOGS.resolve("server-" + count.incrementAndGet() + ".log");
            Process process = PackagedServer.startBound(settings, log);
            return new Started(process, new TestServer(url(process, log)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(Process process, Path file) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            String log = Files.readString(file);
            int listening = log.indexOf("Listening on");
            if (listening >= 0 && log.indexOf('\n', listening) >= 0) {
                return PackagedServer.url(log.substring(0, log.indexOf('\n', listening)));
            }
            pause();
        }
        process.destroy();
        throw new IllegalStateException(
                "The server does not start; its log is " + file + ":\n" + Files.readString(file));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Started started : servers.values()) {
            started.process().getOutputStream().close();
        }
    }
}
