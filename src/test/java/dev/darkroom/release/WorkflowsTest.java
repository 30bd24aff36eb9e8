package dev.darkroom.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Checks the files that the workflows refer to, because the workflows cannot run outside GitHub. */
class WorkflowsTest {

    private static final Path FOLDER = Path.of(".github/workflows");
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|\\$\\()((\\./|src/|docker/|\\.ci/)[\\w./-]+)", Pattern.MULTILINE);

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void jobsMayOnlyReadByDefaultAndEnd(Path file) throws IOException {
        assertThat(load(file).path("permissions")).hasToString("{\"contents\":\"read\"}");
        assertThat(load(file).path("jobs"))
                .isNotEmpty()
                .allMatch(job -> job.has("uses") || job.has("timeout-minutes"), "has a timeout");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actionsHaveMajorVersion(Path file) throws IOException {
        assertThat(texts(file, "uses")).isNotEmpty().allMatch(action -> action.matches("[\\w-]+/[\\w-]+@v\\d+"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void commandsExistAndTakeNoTextFromOutside(Path file) throws IOException {
        List<String> commands = texts(file, "run");

        assertThat(commands).isNotEmpty().noneMatch(command -> command.contains("${{ github."));
        assertThat(commands.stream()
                        .flatMap(command -> COMMAND.matcher(command).results())
                        .map(command -> command.group(1)))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(Path.of(script)).isExecutable());
    }

    @Test
    void everyPlatformHasJob() throws IOException {
        String platforms = Files.readAllLines(Path.of("src/release/names.sh")).stream()
                .filter(line -> line.startsWith("PLATFORMS="))
                .findFirst()
                .orElseThrow();
        JsonNode rows = load(FOLDER.resolve("release.yml")).at("/jobs/executable/strategy/matrix/include");

        assertThat(rows)
                .extracting(row -> row.path("platform").asText())
                .containsExactly(platforms.replaceAll("PLATFORMS=|\"", "").split(" "));
    }

    /** The values of a key in all steps that have it. */
    private static List<String> texts(Path file, String key) throws IOException {
        return load(file).path("jobs").findValues("steps").stream()
                .flatMap(steps -> steps.findValuesAsText(key).stream())
                .toList();
    }

    private static JsonNode load(Path file) throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
    }
}
