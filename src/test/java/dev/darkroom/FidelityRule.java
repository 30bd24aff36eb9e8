package dev.darkroom;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * One row of the fidelity table.
 *
 * @param sentence the names of the test class and method, split into words
 */
record FidelityRule(String test, String sentence, String source, String certainty, List<String> of) {

    private static final String INTRODUCTION = """
            Each rule that Darkroom follows, its source, and the test that checks it. *Documented* rules are stated in the vendor's
            documentation, *measured* rules were observed, *inferred* rules are assumptions. Sources: `seeds/` holds copies of the
            vendor's pages, `providers/` holds further findings, `design` holds Darkroom's own decisions. The sources are kept
            outside this repository. FidelityTest writes this file from the tests when it runs with `-Dupdate`.

            """;

    private static final JavaClasses TESTS = new ClassFileImporter()
            .importUrl(FidelityRule.class.getProtectionDomain().getCodeSource().getLocation());

    static List<FidelityRule> all(String dialect) {
        return TESTS.stream()
                .map(JavaClass::getMethods)
                .flatMap(methods -> methods.stream())
                .filter(FidelityRule::isTest)
                .flatMap(method -> annotations(method)
                        .filter(rule -> rule.dialect().equals(dialect))
                        .map(rule -> of(method, rule)))
                .sorted(Comparator.comparing(FidelityRule::test)
                        .thenComparing(FidelityRule::certainty)
                        .thenComparing(FidelityRule::source))
                .toList();
    }

    static String table(String dialect, List<FidelityRule> rules) {
        StringBuilder table = new StringBuilder("# How faithful `" + dialect + "` is\n\n")
                .append(INTRODUCTION)
                .append("| rule | about | certainty | source | test |\n|---|---|---|---|---|\n");
        for (FidelityRule rule : rules) {
            table.append("| ").append(rule.sentence());
            table.append(" | ").append(rule.of().isEmpty() ? "" : "`" + String.join("`, `", rule.of()) + "`");
            table.append(" | ").append(rule.certainty());
            table.append(" | ").append(rule.source());
            table.append(" | `").append(rule.test()).append("` |\n");
        }
        return table.toString();
    }

    private static boolean isTest(JavaMethod method) {
        return Stream.of(Test.class, ParameterizedTest.class, Property.class).anyMatch(method::isAnnotatedWith);
    }

    private static Stream<Documented> annotations(JavaMethod method) {
        return Stream.concat(
                method.tryGetAnnotationOfType(Documented.class).stream(),
                method.tryGetAnnotationOfType(Documented.All.class).stream()
                        .flatMap(all -> Arrays.stream(all.value())));
    }

    private static FidelityRule of(JavaMethod method, Documented rule) {
        return new FidelityRule(
                method.getOwner().getSimpleName() + "." + method.getName(),
                words(method.getOwner().getSimpleName().replaceAll("(Test|IT)$", "")) + ": " + words(method.getName()),
                rule.value(),
                rule.certainty().name().toLowerCase(Locale.ROOT),
                List.of(rule.of()));
    }

    private static String words(String camelCase) {
        return camelCase
                .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
