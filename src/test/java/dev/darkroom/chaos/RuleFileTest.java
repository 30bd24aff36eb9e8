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

    private static final RuleReader READER = new RuleReader(SomeRules.KNOWN);

    static List<String> weathers() {
        return RuleFile.WEATHERS;
    }

    @ParameterizedTest
    @MethodSource("weathers")
    void everyWeatherIsOnePageThatExplainsItself(String name) throws IOException {
        RuleFile page = RuleFile.ofWeather(name, READER).orElseThrow();
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/weather", name + ".yaml"));

        assertThat(page.description()).endsWith(".");
        assertThat(lines).hasSizeLessThan(60);
        assertThat(lines.get(0)).startsWith("# ");
        assertThat(page.rules()).extracting(FaultRule::name).allMatch(rule -> rule.contains("-") || rule.equals(name));
        assertThat(page.rules().isEmpty()).isEqualTo(name.equals("clear"));
    }

    @Test
    void everyPageIsAWeather() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/resources/weather"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".yaml", "")))
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
                "~~ | The file must hold an object with rules.",
                "[1] | The file must hold an object with rules.",
                "rules: 5 | 'rules' is invalid. It must be a list of rules.",
                "rules: [{then: {stall: true}}, | The file is no YAML: expected the node content, but found '<stream end>' (line 1, column",
                "rules: [{then: {explode: true}}] | 'rules[0].then' is invalid.",
                "ruels: [] | 'ruels' is invalid.",
                "rules: !!javax.script.ScriptEngineManager [] | The file is no YAML",
                "rules: [{when: {1: 2}, then: {stall: true}}] | 'rules[0].when.1' is invalid."
            })
    void aPageThatCannotBeIsToldOf(String yaml, String complaint) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidRule.class).hasMessageContaining(complaint);
    }

    @Test
    void numbersMayBeWrittenAsYamlHasThem() {
        assertThat(read("rules: [{when: {probability: 2e-1, times: 0x10}, then: {drip: 5s}}]")
                        .rules()
                        .get(0)
                        .when())
                .satisfies(when -> assertThat(when.probability()).isEqualTo(0.2))
                .satisfies(when -> assertThat(when.times()).contains(16));
    }

    private static RuleFile read(String yaml) {
        return RuleFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), READER);
    }
}
