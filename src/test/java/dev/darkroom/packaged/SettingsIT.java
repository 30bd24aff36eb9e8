package dev.darkroom.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with wrong settings does not start, and says why in one line. */
class SettingsIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DARKROOM_DIALECT; nope; darkroom.dialect=nope must be one of [aivideoapi]",
                "DARKROOM_PUBLIC_URL; localhost:8080; darkroom.public-url=localhost:8080 must be an http or https URL",
                "DARKROOM_SANDBOX_CREDITS; 1.23456; darkroom.sandbox.credits=1.23456 must be a number from 0 to 1000000000 with at most three decimals",
                "DARKROOM_LIFECYCLE_PENDING; -1s; darkroom.lifecycle.pending=PT-1S must be from 0s to 3650d",
                "DARKROOM_CALLBACK_SCHEDULE; 10m,3m; darkroom.callback.schedule=[PT10M, PT3M] must be in rising order",
                "DARKROOM_CALLBACK_CONNECTIONS; 0; darkroom.callback.connections=0 must be at least 1",
                "DARKROOM_LIMITS_TASKS; 0; darkroom.limits.tasks=0 must be at least 1"
            })
    void saysWhatIsWrong(String variable, String value, String complaint) throws IOException, InterruptedException {
        Process server = start(variable, value);
        String log = new String(server.getInputStream().readAllBytes(), UTF_8);

        assertThat(log).contains(complaint).doesNotContain("Listening on", "\tat ");
        assertThat(server.waitFor()).isNotZero();
    }

    @Test
    void warnsOfASettingThatDoesNotExist() throws IOException {
        Process server = start("DARKROOM_LIFECYCLE_PROCESING", "30s");
        StringBuilder log = new StringBuilder();
        String line = "";
        while (line != null && !line.contains("Listening on")) {
            line = server.inputReader(UTF_8).readLine();
            log.append(line).append('\n');
        }
        server.destroy();

        assertThat(log).contains("is not a setting; did you mean darkroom.lifecycle.processing?");
    }

    private static Process start(String variable, String value) throws IOException {
        ProcessBuilder server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true);
        server.environment().putAll(Map.of(variable, value, "QUARKUS_HTTP_PORT", "0"));
        return server.start();
    }
}
