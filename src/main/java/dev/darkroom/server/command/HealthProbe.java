package dev.darkroom.server.command;

import dev.darkroom.server.process.PortFile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Calls the readiness endpoint of the server on this machine, so that container images need no curl. */
final class HealthProbe {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();
    private static final String DEFAULT_PORT = "8080";
    private static final String FREE_PORT = "0";

    private HealthProbe() {}

    static boolean isReady(StartSettings settings) {
        try {
            String port = port(settings);
            checkReady(port);
            System.out.println("Darkroom is ready at http://localhost:" + port);
            return true;
        } catch (IOException e) {
            System.err.println("Darkroom is not ready: " + e.getMessage());
            return false;
        }
    }

    /** The port that the settings name or, if they leave it to the server, that its port file names. */
    static String port(StartSettings settings) throws IOException {
        Optional<String> port = settings.value("quarkus.http.port");
        Optional<String> file = settings.value("darkroom.port-file");
        if (port.isPresent() && !port.get().equals(FREE_PORT)) {
            return port.get();
        }
        if (file.isPresent()) {
            return PortFile.httpPort(Path.of(file.get()));
        }
        if (port.isPresent()) {
            throw new IOException("with port 0, only --port-file (darkroom.port-file) says where it listens");
        }
        return DEFAULT_PORT;
    }

    /** @throws IOException if the server is not ready */
    private static void checkReady(String port) throws IOException {
        URI ready = URI.create("http://localhost:" + port + "/q/health/ready");
        HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("port " + port + " responds with status " + status);
            }
        } catch (ConnectException e) {
            throw new IOException(
                    "nothing listens on port " + port + "; --port or --port-file says where the server listens", e);
        } catch (IOException e) {
            throw new IOException("port " + port + ": " + e.getMessage(), e);
        }
    }
}
