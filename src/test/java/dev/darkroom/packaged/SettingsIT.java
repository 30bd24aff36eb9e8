package dev.darkroom.packaged;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The startup of a packaged server with invalid, unknown and valid settings. {@code SettingsValidatorTest} tests every
 * setting in process.
 */
class SettingsIT {

    @Test
    void stopsStartupWithOneLineWhenAValueIsInvalid() throws IOException, InterruptedException {
        Process server = PackagedServer.start("DARKROOM_LIMITS_TASKS", "0");
        String log = new String(server.getInputStream().readAllBytes(), UTF_8);

        assertThat(log).contains("darkroom.limits.tasks=0 must be at least 1").doesNotContain("Listening on", "\tat ");
        assertThat(server.waitFor()).isNotZero();
    }

    @Test
    void warnsAboutUnknownSettingAndFaultRules(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("chaos.yaml"), readmeExample("rules:"));
        Process server = PackagedServer.start(
                folder,
                Map.of(
                        "DARKROOM_LIFECYCLE_PROCESING",
                        "30s",
                        "DARKROOM_FAULTS",
                        "chaos.yaml",
                        "DARKROOM_WEATHER",
                        "storm"),
                "darkroom.sandboxes.\"sk-fair\".weather=clear",
                "darkroom.sandboxes.\"sk-wet-team\".weather=drizzle");
        try {
            String log = PackagedServer.logUntilUp(server);
            assertThat(log)
                    .contains("is not a setting; did you mean darkroom.lifecycle.processing?")
                    .containsOnlyOnce("is not a setting")
                    .contains("Fault rules are active in every new sandbox (storm):"
                            + " lost-answer, night, storm-lost-answer,")
                    .contains("Fault rules are active in sk-we…am (drizzle):"
                            + " drizzle-upstream, drizzle-late, drizzle-fail;");
            String base = PackagedServer.url(log);
            assertThat(rules(base, "sk-any")).startsWith("lost-answer", "night", "storm-lost-answer");
            assertThat(rules(base, "sk-fair")).isEmpty();
            assertThat(rules(base, "sk-wet-team")).hasSize(3);
        } finally {
            server.destroy();
        }
    }

    @Test
    void readsTheSeededSandboxesOfTheReadme(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(folder.resolve("config/application.yaml"), readmeExample("darkroom:"));
        Process server = PackagedServer.start(folder, Map.of());
        try {
            String log = PackagedServer.logUntilUp(server);
            assertThat(log).doesNotContain("is not a setting");
            String base = PackagedServer.url(log);
            given().header("Authorization", "Bearer sk-team-a")
                    .get(base + "/_darkroom/sandbox")
                    .then()
                    .body("credits", equalTo(500))
                    .body("rate_limit.requests", equalTo(20));
            given().header("Authorization", "Bearer sk-team-b")
                    .get(base + "/v1/credits")
                    .then()
                    .statusCode(403);
            given().header("Authorization", "Bearer sk-team-c")
                    .get(base + "/v1/credits")
                    .then()
                    .statusCode(401);
        } finally {
            server.destroy();
        }
    }

    /** The YAML block of the README that begins with {@code start}. */
    private static String readmeExample(String start) throws IOException {
        Matcher example = Pattern.compile("```yaml\n(" + start + ".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    private static List<String> rules(String base, String key) {
        return given().header("Authorization", "Bearer " + key)
                .get(base + "/_darkroom/faults")
                .jsonPath()
                .getList("rules.name");
    }
}
