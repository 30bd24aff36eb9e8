package dev.darkroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dependencies allowed between packages, and what the core must not use. */
@AnalyzeClasses(packages = "dev.darkroom", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "dev.darkroom.sandbox..",
        "dev.darkroom.task..",
        "dev.darkroom.ledger..",
        "dev.darkroom.access..",
        "dev.darkroom.chaos..",
        "dev.darkroom.concurrency..",
        "dev.darkroom.journal..",
        "dev.darkroom.time..",
        "dev.darkroom.callback..",
        "dev.darkroom.certificate..",
        "dev.darkroom.memory..",
        "dev.darkroom.field..",
        "dev.darkroom.image.."
    };

    private static final String[] EDGE = {
        "dev.darkroom.dialect..",
        "dev.darkroom.control..",
        "dev.darkroom.console..",
        "dev.darkroom.server..",
        "dev.darkroom.api..",
        "dev.darkroom.http.."
    };

    @ArchTest
    static final ArchRule classesLieInKnownPackages = classes()
            .should()
            .resideInAnyPackage(Stream.of(CORE, EDGE).flatMap(Arrays::stream).toArray(String[]::new));

    @ArchTest
    static final ArchRule coreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "io.quarkus..", "io.vertx..", "io.smallrye..", "com.fasterxml..", "org.jboss..");

    @ArchTest
    static final ArchRule coreDoesNotDependOnTheEdge = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EDGE);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.darkroom.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dialectsAreIndependent = slices().matching("dev.darkroom.dialect.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule dialectsDoNotDependOnControlOrServer = noClasses()
            .that()
            .resideInAPackage("dev.darkroom.dialect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.darkroom.control..", "dev.darkroom.console..", "dev.darkroom.server..");

    @ArchTest
    static final ArchRule controlAndConsoleDoNotDependOnDialects = noClasses()
            .that()
            .resideInAnyPackage("dev.darkroom.control..", "dev.darkroom.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.darkroom.dialect..");

    @ArchTest
    static final ArchRule apiAndHttpDoNotDependOnDialectsControlOrServer = noClasses()
            .that()
            .resideInAnyPackage("dev.darkroom.api..", "dev.darkroom.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.darkroom.dialect..",
                    "dev.darkroom.control..",
                    "dev.darkroom.console..",
                    "dev.darkroom.server..");

    @ArchTest
    static final ArchRule httpDoesNotDependOnApi = noClasses()
            .that()
            .resideInAPackage("dev.darkroom.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.darkroom.api..");

    @ArchTest
    static final ArchRule dialectsLieInVendorPackages = noClasses().should().resideInAPackage("dev.darkroom.dialect");

    @ArchTest
    static final ArchRule coreDoesNotReadTheSystemClock = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(InstantSource.class, "system");

    /** Only the seed of a server without a configured one, and certificates. */
    @ArchTest
    static final ArchRule onlySeedIsUnseeded = noClasses()
            .that()
            .doNotHaveSimpleName("CoreProducer")
            .and()
            .resideOutsideOfPackage("dev.darkroom.certificate")
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ThreadLocalRandom.class, SecureRandom.class);

    /** It takes time that grows with the square of the length for some letters, such as the Greek capital sigma. */
    @ArchTest
    static final ArchRule promptsAreNotConvertedToLowerCase = noClasses()
            .that()
            .resideInAPackage("dev.darkroom.api.image")
            .or()
            .haveSimpleName("TriggerReader")
            .or()
            .haveSimpleName("HeaderFields")
            .should()
            .callMethod(String.class, "toLowerCase", Locale.class);

    @ArchTest
    static final ArchRule awtIsNotUsed =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..");

    /** Comments count too. Code outside the dialects serves all vendors; code for one vendor belongs in its dialect. */
    @Test
    void sharedCodeNamesNoVendor() throws IOException {
        Pattern vendor = Pattern.compile("aivideoapi\\.ai|reapi|aigenerate|getimg|openai", Pattern.CASE_INSENSITIVE);
        Path root = Path.of("src/main/java/dev/darkroom");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(root.resolve("server")))
                    .filter(file ->
                            !root.resolve("dialect").equals(file.getParent().getParent()))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(200);
            for (Path source : sources) {
                assertThat(vendor.matcher(Files.readString(source)).results().map(MatchResult::group))
                        .as(source.toString())
                        .isEmpty();
            }
        }
    }
}
