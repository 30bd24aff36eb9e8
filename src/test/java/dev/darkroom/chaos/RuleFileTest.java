package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFileTest {

    private static final RuleReader READER = new RuleReader(TestRules.VOCABULARY);

    static List<String> weathers() {
        return RuleFile.WEATHERS;
    }

    @ParameterizedTest
    @MethodSource("weathers")
    void everyWeatherFileIsShortAndHasDescription(String name) throws IOException {
        RuleFile file = RuleFile.ofWeather(name, READER).orElseThrow();
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/weather", name + ".yaml"));

        assertThat(file.description()).endsWith(".");
        assertThat(lines).hasSizeLessThan(60);
        assertThat(lines.get(0)).startsWith("# ");
        assertThat(file.rules()).extracting(FaultRule::name).allMatch(rule -> rule.contains("-") || rule.equals(name));
        assertThat(file.rules().isEmpty()).isEqualTo(name.equals("clear"));
    }

    @Test
    void everyWeatherFileIsListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/weather"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(RuleFile.WEATHERS);
        }
        assertThat(RuleFile.ofWeather("hail", READER)).isEmpty();
        assertThat(RuleFile.ofWeather("../contract/control", READER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | The file must contain an object with rules.",
                "[1] | The file must contain an object with rules.",
                "rules: 5 | 'rules' is invalid. It must be a list of rules.",
                "rules: [{then: {stall: true}}, | The file is not valid YAML: expected the node content, but found '<stream end>' (line 1, column",
                "rules: [{then: {explode: true}}] | 'rules[0].then' is invalid.",
                "ruels: [] | 'ruels' is invalid.",
                "rules: !!javax.script.ScriptEngineManager [] | The file is not valid YAML",
                "rules: [{when: {1: 2}, then: {stall: true}}] | 'rules[0].when.1' is invalid."
            })
    void rejectsInvalidFile(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidRuleException.class)
                .hasMessageContaining(message);
    }

    @Test
    void acceptsAllYamlNumberFormats() {
        assertThat(read("rules: [{when: {probability: 2e-1, times: 0x10}, then: {drip: 5s}}]")
                        .rules()
                        .get(0)
                        .condition())
                .satisfies(condition -> assertThat(condition.probability()).isEqualTo(0.2))
                .satisfies(condition -> assertThat(condition.times()).contains(16));
    }

    private static RuleFile read(String yaml) {
        return RuleFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), READER);
    }
}
