package dev.darkroom.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownSettingsTest {

    private static final UnknownSettings UNKNOWN =
            new UnknownSettings(SettingNames.of(List.of()), List.of("sk-team-a"));

    @ParameterizedTest
    @CsvSource({
        "darkroom.lifecycle.procesing, darkroom.lifecycle.processing",
        "DARKROOM_LIFECYCLE_PROCESING, darkroom.lifecycle.processing",
        "DARKROOM_SANDBOX_PENDING, darkroom.lifecycle.pending",
        "DARKROOM_SANDBOX_SEED, darkroom.seed",
        "DARKROOM_TOKEN, darkroom.control.token",
        "DARKROOM_PORT, quarkus.http.port",
        "darkroom.sandboxs.credits, darkroom.sandbox.credits",
        "darkroom.sandboxes.\"sk-team-a\".credit, credits",
        "darkroom.sandboxes.\"sk-team-a\".procesing, processing",
        "darkroom.sandboxes.\"sk-team-a\".webhooks[0].secrets, webhooks[*].secret"
    })
    void suggestsTheIntendedSetting(String property, String suggestion) {
        assertThat(UNKNOWN.warnings(List.of(property)))
                .singleElement()
                .asString()
                .endsWith(" is not a setting; did you mean " + suggestion + "?");
    }

    @Test
    void explainsThatEnvironmentVariablesCannotNameKeys() {
        assertThat(UNKNOWN.warnings(List.of("DARKROOM_SANDBOXES_SK_TEAM_B_CREDITS")))
                .containsExactly("A setting of darkroom.sandboxes.* is ignored. Per-key settings can't come from"
                        + " environment variables; use config/application.yaml or -D");
    }

    @Test
    void masksKeys() {
        assertThat(UNKNOWN.warnings(List.of("darkroom.sandboxes.\"sk-team-a\".credit")))
                .containsExactly("darkroom.sandboxes.\"sk-…\".credit is not a setting; did you mean credits?");
    }

    @Test
    void acceptsEverySpellingOfASetting() {
        assertThat(UNKNOWN.warnings(List.of(
                        "darkroom.seed",
                        "DARKROOM_SANDBOX_RATE_LIMIT_REQUESTS",
                        "darkroom.sandbox.allowed-ips[3]",
                        "darkroom.sandboxes.\"sk-team-a\".rate-limit.window",
                        "darkroom.sandboxes.\"sk-team-a\".processing.min",
                        "quarkus.http.port")))
                .isEmpty();
    }
}
