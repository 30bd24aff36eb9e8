package dev.darkroom.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.container.Dockerfile.Instruction;
import dev.darkroom.container.Dockerfile.Stage;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Container files follow the rules of linters, and copy only files that exist. {@code docker/check.sh} runs them. */
class ContainerFilesTest {

    private static final String JVM = "docker/Dockerfile.jvm";
    private static final String NATIVE = "docker/Dockerfile.native";
    private static final List<String> PLATFORMS = List.of("amd64", "arm64");
    private static final String RELEASE = "target/release/";

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void basesAreEarlierStagesOrImagesWithTag(String file) throws IOException {
        Dockerfile dockerfile = Dockerfile.read(Path.of(file));
        for (String platform : PLATFORMS) {
            Set<String> names = new HashSet<>(Set.of("scratch"));
            for (Stage stage : dockerfile.stages()) {
                String base = dockerfile.resolve(stage.base(), platform);
                assertThat(names.contains(base) || base.matches(".+:(?!latest$)[\\w.-]+"))
                        .as("base %s", base)
                        .isTrue();
                names.add(stage.name());
            }
        }
        assertThat(dockerfile.stages()).extracting(Stage::name).contains("build", "prebuilt");
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void copiesFromEarlierStages(String file) throws IOException {
        Set<String> names = new HashSet<>(Set.of(""));
        for (Stage stage : Dockerfile.read(Path.of(file)).stages()) {
            for (Instruction copy : copies(stage.instructions())) {
                assertThat(names).contains(copy.from());
            }
            names.add(stage.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void runsAsNumericUserWithoutRights(String file) throws IOException {
        List<Instruction> instructions = Dockerfile.read(Path.of(file)).image().instructions();
        int user = lastIndexOf("USER", instructions);

        assertThat(instructions.get(user).text()).matches("[1-9]\\d*");
        assertThat(lastIndexOf("RUN", instructions)).isLessThan(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void startsAndChecksItselfWithoutShell(String file) throws IOException {
        Stage image = Dockerfile.read(Path.of(file)).image();
        List<String> start = words(image.texts("ENTRYPOINT"));
        String check = image.texts("HEALTHCHECK").get(0);
        List<String> health = words(List.of(check.substring(check.indexOf("CMD") + 3)));

        assertThat(health).startsWith(start.get(0)).endsWith(start.get(start.size() - 1), "health");
        assertThat(check).contains("--interval=", "--timeout=", "--start-period=");
        assertThat(image.texts("CMD")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void saysWhatItIs(String file) throws IOException {
        assertThat(Dockerfile.read(Path.of(file)).image().texts("LABEL").toString())
                .contains("title=\"", "description=\"", "source=\"", "licenses=\"Apache-2.0\"")
                .contains("version=\"${VERSION}\"", "revision=\"${REVISION}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {JVM, NATIVE})
    void avoidsWhatLintersForbid(String file) throws IOException {
        for (Instruction instruction : Dockerfile.read(Path.of(file)).instructions()) {
            assertThat(instruction.keyword()).isNotIn("ADD", "MAINTAINER", "VOLUME");
            assertThat(instruction.text()).doesNotContain("sudo ", "apt-get", "curl ", "| sh");
            if (instruction.is("WORKDIR")) {
                assertThat(instruction.text()).startsWith("/");
            }
            if (instruction.is("COPY") && instruction.sources().size() > 1) {
                assertThat(instruction.text()).endsWith("/");
            }
        }
    }

    /** The image for another platform is built on a machine of this one. */
    @Test
    void nativeImageRunsNothingAndNamesNoPlatform() throws IOException {
        Stage image = Dockerfile.read(Path.of(NATIVE)).image();

        assertThat(image.texts("RUN")).isEmpty();
        assertThat(image.toString()).doesNotContainPattern("amd64|arm64|x86_64|aarch64");
    }

    @Test
    void contextHasWhatIsCopiedAndNothingElse() throws IOException {
        Set<String> copied = new TreeSet<>();
        for (String file : List.of(JVM, NATIVE)) {
            for (Instruction copy : copies(Dockerfile.read(Path.of(file)).instructions())) {
                if (copy.from().isEmpty()) {
                    copy.sources().forEach(source -> copied.add(source.replaceAll("/$", "")));
                }
            }
        }
        List<String> ignore = Files.readAllLines(Path.of(".dockerignore"));
        List<String> sent = ignore.stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();

        assertThat(ignore).contains("*");
        assertThat(copied).allMatch(path -> sent.stream().anyMatch(pattern -> matches(pattern, path)));
        assertThat(sent).allMatch(pattern -> copied.stream().anyMatch(path -> matches(pattern, path)));
        assertThat(copied)
                .filteredOn(path -> !path.startsWith(RELEASE))
                .isNotEmpty()
                .allMatch(path -> Files.exists(Path.of(path)));
    }

    private static boolean matches(String pattern, String path) {
        Path plain = Path.of(path.replaceAll("\\$\\{\\w+}", "x"));
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(plain);
    }

    private static List<Instruction> copies(List<Instruction> instructions) {
        return instructions.stream()
                .filter(instruction -> instruction.is("COPY"))
                .toList();
    }

    private static int lastIndexOf(String keyword, List<Instruction> instructions) {
        return instructions.stream().map(Instruction::keyword).toList().lastIndexOf(keyword);
    }

    private List<String> words(List<String> exec) throws IOException {
        assertThat(exec).hasSize(1);
        return List.of(json.readValue(exec.get(0), String[].class));
    }
}
