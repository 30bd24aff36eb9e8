package dev.darkroom.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Calls the readiness endpoint of the server on this machine, so that container images need no curl. */
final class HealthProbe {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    private HealthProbe() {}

    /** Uses the port in {@code QUARKUS_HTTP_PORT}, or else 8080. */
    static boolean isReady() {
        String port = System.getenv().getOrDefault("QUARKUS_HTTP_PORT", "8080");
        try {
            URI ready = URI.create("http://localhost:" + port + "/q/health/ready");
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            System.err.println("Darkroom does not respond on port " + port + ": " + e.getMessage());
            return false;
        }
    }
}
