package dev.darkroom;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * One row of the fidelity table.
 *
 * @param test the class and method of the test
 * @param sentence the topic, which is the name of the test class, and the rule
 * @param of the fields and error codes that the rule is about
 * @param negativeTest the class and method of the test that fails when the rule is broken the other way; empty if none is
 *     named
 * @param witness the client or tool that confirmed the rule; empty if there is none
 */
record FidelityRule(
        String test,
        String sentence,
        String source,
        String certainty,
        List<String> of,
        String negativeTest,
        String witness) {

    private static final String INTRODUCTION = """
            Each rule that Darkroom follows, with its source and its tests. FidelityTest writes this file from the tests when it
            runs with `-Dupdate`.

            - **Certainty**: *documented* rules are stated in the vendor's documentation, *measured* rules were observed at the
              vendor, *inferred* rules are assumptions. *Scope* is not about the vendor: it says what Darkroom leaves out, or
              adds of its own.
            - **Source**: `seeds/` holds copies of the vendor's pages, `providers/` holds further findings, `design` holds
              Darkroom's own decisions. The sources are kept outside this repository.
            - **Negative test**: the test that fails when the rule is broken the other way, that is, when Darkroom accepts what
              it must refuse, or does what it must not do. *Same* means that the test of the rule does this, too.
            - **Witness**: a client or tool from outside this project that confirmed the rule against the server. *Prism* compares
              responses with Darkroom's own OpenAPI documents, so it confirms only their form. *getimg-python* is the vendor's
              published source on the runtime of another client from the same generator, because it is in no registry.

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
                .append("| rule | about | certainty | source | test | negative test | witness |\n")
                .append("|---|---|---|---|---|---|---|\n");
        for (FidelityRule rule : rules) {
            table.append("| ").append(rule.sentence());
            table.append(" | ").append(rule.of().isEmpty() ? "" : "`" + String.join("`, `", rule.of()) + "`");
            table.append(" | ").append(rule.certainty());
            table.append(" | ").append(rule.source());
            table.append(" | `").append(rule.test()).append("`");
            table.append(" | ").append(rule.negativeCell());
            table.append(" | ").append(rule.witness()).append(" |\n");
        }
        return table.toString();
    }

    private String negativeCell() {
        return negativeTest.equals(test) ? "same" : negativeTest.isEmpty() ? "" : "`" + negativeTest + "`";
    }

    /** The names of all tests, as {@code Class.method}. */
    static Set<String> tests() {
        return TESTS.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(FidelityRule::isTest)
                .map(FidelityRule::name)
                .collect(Collectors.toSet());
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
        String topic = words(method.getOwner().getSimpleName().replaceAll("(Test|IT)$", ""));
        return new FidelityRule(
                name(method),
                topic + ": " + (rule.rule().isEmpty() ? words(method.getName()) : rule.rule()),
                rule.value(),
                rule.certainty().name().toLowerCase(Locale.ROOT),
                List.of(rule.of()),
                negativeTest(method, rule.negativeTest()),
                rule.witness());
    }

    private static String negativeTest(JavaMethod method, String name) {
        if (name.equals(Documented.SAME)) {
            return name(method);
        }
        boolean isInSameClass = !name.isEmpty() && !name.contains(".");
        return isInSameClass ? method.getOwner().getSimpleName() + "." + name : name;
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static String words(String camelCase) {
        return camelCase
                .replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
