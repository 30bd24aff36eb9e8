package dev.darkroom.server.training;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.server.listener.Listeners;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests of every kind to the server in this process, so that Java records which classes it loads and which
 * methods it calls most. Java 25 and later write the record to the file of {@code -XX:AOTCacheOutput}.
 */
@Dependent
@Unremovable
public class Training implements QuarkusApplication {

    private static final String DIRECTORY = "darkroom.tls.directory";
    /** The end of the keys. It is long enough for every vendor. */
    private static final String KEY_END = "training-of-the-ahead-of-time-cache";

    private static final int MIN_JAVA = 25;
    private static final long POLL_NANOS = 1_000_000;

    private final Dialects dialects;
    private final Listeners listeners;
    private final Vertx vertx;

    Training(Dialects dialects, Listeners listeners, Vertx vertx) {
        this.dialects = dialects;
        this.listeners = listeners;
        this.vertx = vertx;
    }

    /**
     * Overrides the settings that a training run depends on: free ports on this machine only, access with any key, a
     * new certificate authority in a temporary folder, no requests to other hosts, and no port file, which may be that
     * of another server. Call it before the server starts.
     */
    public static void prepare() throws IOException {
        System.setProperty("quarkus.http.host", "localhost");
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("darkroom.tls", "on");
        System.setProperty("darkroom.tls.port", "0");
        System.setProperty(
                DIRECTORY, Files.createTempDirectory("darkroom-training").toString());
        System.setProperty("darkroom.keys", "open");
        System.setProperty("darkroom.control.token", "");
        System.setProperty("darkroom.log.requests", "off");
        System.setProperty("darkroom.port-file", "");
        System.setProperty("darkroom.references.fetch", "false");
    }

    /** @return the exit code of the process: 0, or 1 if a request has failed */
    @Override
    public int run(String... arguments) throws IOException {
        try (TrainingClient client = new TrainingClient(vertx)) {
            while (!listeners.isReady()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            for (Dialect dialect : dialects.all()) {
                train(client, dialect);
            }
            System.out.println("Darkroom has answered " + client.responses() + " requests. " + outcome());
            return 0;
        } catch (TrainingException e) {
            System.err.println("The training run has failed: " + e.getMessage());
            return 1;
        } finally {
            delete(Path.of(System.getProperty(DIRECTORY)));
        }
    }

    private void train(TrainingClient client, Dialect dialect) {
        String http = "http://localhost:" + listeners.httpPort().orElseThrow();
        String https = "https://localhost:" + listeners.httpsPort().orElseThrow();
        for (String origin : List.of(http, https)) {
            new DialectTraining(
                            client, origin, dialect.name(), dialect.profile().keyPrefix() + KEY_END)
                    .run();
        }
    }

    private static String outcome() {
        int java = Runtime.version().feature();
        return java < MIN_JAVA
                ? "Java " + java + " writes no AOT cache; Java " + MIN_JAVA + " or later does."
                : "If Java was started with -XX:AOTCacheOutput, it now writes the AOT cache.";
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
