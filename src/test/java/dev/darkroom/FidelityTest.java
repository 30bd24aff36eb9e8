package dev.darkroom;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

        assertThat(tested)
                .filteredOn(name -> documented.stream().noneMatch(field -> covers(name, field)))
                .as("names in @Documented that are no field or code of the contract")
                .isEmpty();
        assertThat(documented)
                .filteredOn(field -> tested.stream().noneMatch(name -> covers(name, field)))
                .as("fields and codes that no @Documented test names")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void namesNegativeTestOfEveryRule(String dialect) {
        Set<String> tests = FidelityRule.tests();

        assertThat(FidelityRule.all(dialect))
                .filteredOn(rule -> !tests.contains(rule.negativeTest()))
                .as("rules whose negativeTest is missing, or names no test")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void givesEveryRuleOneCertainty(String dialect) {
        Map<String, Set<String>> certainties = FidelityRule.all(dialect).stream()
                .collect(groupingBy(FidelityRule::sentence, mapping(FidelityRule::certainty, toSet())));

        assertThat(certainties.entrySet())
                .filteredOn(rule -> rule.getValue().size() > 1)
                .as("rules with several certainties: give each its own words with `rule`")
                .isEmpty();
    }

    /** An inferred rule, and one about the scope of Darkroom, may give a reason instead. */
    @ParameterizedTest
    @MethodSource("dialects")
    void namesPageOfDocumentedRules(String dialect) {
        assertThat(FidelityRule.all(dialect))
                .filteredOn(rule -> Set.of("documented", "measured").contains(rule.certainty()))
                .filteredOn(rule -> !rule.source().matches("(seeds/00\\d: |providers/[a-z]+\\.md §\\d|SDK ).*"))
                .as("documented and measured rules that name no source")
                .isEmpty();
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
