package dev.darkroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
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
import org.yaml.snakeyaml.Yaml;

class YamlDocumentTest {

    static List<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/contract"))) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true                 | true",
                "false                | false",
                "null                 | null",
                "                     | null",
                "0                    | 0",
                "-12                  | -12",
                "315360000000         | 315360000000",
                "0.007                | 0.007",
                "1e3                  | 1E+3",
                "'200'                | \"200\"",
                "on                   | \"on\"",
                "yes                  | \"yes\"",
                "16:9                 | \"16:9\"",
                "1_000                | \"1_000\"",
                "007                  | \"007\"",
                "2026-01-01           | \"2026-01-01\"",
                "2026-01-01T00:00:00Z | \"2026-01-01T00:00:00Z\"",
                "2025-04-01-preview   | \"2025-04-01-preview\"",
                "[a, 1, {b: true}]    | [\"a\",1,{\"b\":true}]",
                "!!str 5              | \"5\""
            })
    void valuesKeepTheirTypes(String yaml, String json) {
        assertThat(toJson("value: " + (yaml == null ? "" : yaml))).isEqualTo("{\"value\":" + json + "}");
    }

    @Test
    void fieldsKeepTheirOrderAndNamesAreTexts() {
        assertThat(toJson("{b: 1, a: 2, 200: ü}")).isEqualTo("{\"b\":1,\"a\":2,\"200\":\"ü\"}");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyContractIsTheSameAsJson(Path contract) throws IOException {
        String yaml = Files.readString(contract);

        assertThat(new JsonObject(toJson(yaml)).getMap()).isEqualTo(new Yaml().load(yaml));
    }

    private static String toJson(String yaml) {
        return new String(YamlDocument.toJson(yaml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
