package dev.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that every documented code and field has a test, and that the served fidelity tables are up to date. */
class FidelityTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /** The dialects that have a contract. */
    static List<String> dialects() throws IOException {
        try (Stream<Path> contracts = Files.list(RESOURCES.resolve("contract"))) {
            return contracts
                    .map(contract -> contract.getFileName().toString().replace(".yaml", ""))
                    .filter(name -> !name.equals("control"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void testsEveryDocumentedCodeAndField(String dialect) throws IOException {
        ContractFields contract = ContractFields.read(RESOURCES.resolve("contract/" + dialect + ".yaml"));
        Set<String> documented = contract.all();
        List<String> tested = FidelityRule.all(dialect).stream()
                .flatMap(rule -> rule.of().stream())
                .toList();

        assertThat(tested).as("names of fields and codes in @Documented").allMatch(name -> documented.stream()
                .anyMatch(field -> covers(name, field)));
        assertThat(documented)
                .as("fields and codes that no @Documented test names")
                .allMatch(field -> tested.stream().anyMatch(name -> covers(name, field)));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void servesCurrentTable(String dialect) throws IOException {
        Path file = RESOURCES.resolve("fidelity/" + dialect + ".md");
        String table = FidelityRule.table(dialect, FidelityRule.all(dialect));

        if (System.getProperty("update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, table);
        }
        assertThat(file)
                .as("To update this file, run ./mvnw test -Dtest=FidelityTest -Dupdate")
                .hasContent(table);
    }

    private static boolean covers(String name, String field) {
        return name.endsWith(".*") ? field.startsWith(name.substring(0, name.length() - 1)) : name.equals(field);
    }
}
