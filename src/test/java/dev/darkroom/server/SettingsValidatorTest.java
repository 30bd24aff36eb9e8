package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.Dialects;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@QuarkusTest
@Isolated
class SettingsValidatorTest {

    @Inject
    Dialects dialects;

    @Test
    void knowsTheSettingsThatTheReadmeLists() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Pattern.compile("^\\| `(darkroom[^`]*)` \\|", Pattern.MULTILINE)
                        .matcher(readme)
                        .results()
                        .map(MatchResult::group)
                        .map(row -> row.replaceAll("[|` ]", "")))
                .containsExactlyInAnyOrderElementsOf(SettingsValidator.names(dialects));
    }
}
