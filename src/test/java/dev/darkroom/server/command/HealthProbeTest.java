package dev.darkroom.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the health check looks for the server, and where {@code ca} looks for the certificate. */
class HealthProbeTest {

    @TempDir
    private Path folder;

    @Test
    void usesTheDefaultPort() throws IOException {
        assertThat(HealthProbe.port(settings(Map.of()))).isEqualTo("8080");
    }

    @Test
    void usesThePortOfTheServersSettings() throws IOException {
        Files.writeString(folder.resolve("application.yaml"), "quarkus:\n  http:\n    port: 9000\n");

        assertThat(HealthProbe.port(settings(Map.of()))).isEqualTo("9000");
        assertThat(HealthProbe.port(settings(Map.of("QUARKUS_HTTP_PORT", "9001"))))
                .isEqualTo("9001");
    }

    @Test
    void readsAFreePortFromThePortFile() throws IOException {
        Path file = folder.resolve("ports");
        Files.writeString(file, "http=40001\nhttps=40002\n");

        assertThat(HealthProbe.port(settings(Map.of("DARKROOM_PORT_FILE", file.toString(), "QUARKUS_HTTP_PORT", "0"))))
                .isEqualTo("40001");
        assertThat(HealthProbe.port(settings(Map.of("DARKROOM_PORT_FILE", file.toString()))))
                .isEqualTo("40001");
    }

    @Test
    void saysWhyItKnowsNoPort() {
        assertThatThrownBy(() -> HealthProbe.port(settings(Map.of("QUARKUS_HTTP_PORT", "0"))))
                .hasMessageContaining("only --port-file (darkroom.port-file) says");
        assertThatThrownBy(() -> HealthProbe.port(settings(Map.of("DARKROOM_PORT_FILE", "nowhere"))))
                .hasMessage("there is no darkroom.port-file=nowhere");
    }

    private StartSettings settings(Map<String, String> environment) {
        return StartSettings.read(environment, folder.resolve("application.yaml"));
    }
}
