package dev.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every rule has a source, everything documented has a test, and the table of both is the one that is served. */
class FidelityTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String DIALECT = "aivideoapi";

    private final List<FidelityRule> rules = FidelityRule.all(DIALECT);

    @Test
    void everyDocumentedCodeAndFieldHasATest() throws IOException {
        ContractFields contract = ContractFields.read(RESOURCES.resolve("contract/" + DIALECT + ".yaml"));
        Set<String> documented = contract.all();

        assertThat(rules.stream().flatMap(rule -> rule.of().stream()))
                .as("names of fields and codes in @Documented")
                .allMatch(name -> documented.stream().anyMatch(field -> covers(name, field)));
        assertThat(documented)
                .as("fields and codes that no @Documented test names")
                .allMatch(field ->
                        rules.stream().flatMap(rule -> rule.of().stream()).anyMatch(name -> covers(name, field)));
    }

    /** Where it is not, it is written anew, so that all there is to do is to look at it and to build again. */
    @Test
    void theTableIsTheOneThatIsServed() throws IOException {
        Path file = RESOURCES.resolve("fidelity/" + DIALECT + ".md");
        String table = FidelityRule.table(DIALECT, rules);
        String served = Files.exists(file) ? Files.readString(file) : "";

        if (!served.equals(table)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, table);
        }
        assertThat(served)
                .as(file + " was out of date; it has been written anew")
                .isEqualTo(table);
    }

    private static boolean covers(String name, String field) {
        return name.endsWith(".*") ? field.startsWith(name.substring(0, name.length() - 1)) : name.equals(field);
    }
}
