package dev.darkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.chaos.fault.FaultTarget;
import dev.darkroom.chaos.fault.FaultType;
import dev.darkroom.chaos.fault.FaultTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation lists exactly the faults, components, conditions and weathers that exist. */
class FaultsPageTest {

    private static final Map<FaultTarget, String> HEADINGS = Map.of(
            FaultTarget.REQUEST, "The answer to a request",
            FaultTarget.TASK, "The development of a task",
            FaultTarget.CALLBACK, "A callback on its way",
            FaultTarget.FILE, "A picture");

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|([^|]*)\\|(.*)$", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("`([\\w-]+)`");

    @ParameterizedTest
    @EnumSource(FaultTarget.class)
    void documentsEveryFaultWithItsComponents(FaultTarget target) throws IOException {
        assertThat(rows(HEADINGS.get(target)).map(row -> row.group(1) + " " + words(row.group(2))))
                .containsExactlyInAnyOrderElementsOf(types(target)
                        .map(type -> type.name() + " " + type.components())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(FaultTarget.class)
    void listsMainComponentFirst(FaultTarget target) {
        assertThat(types(target).filter(type -> !type.main().isEmpty()))
                .allSatisfy(type -> assertThat(type.components().get(0)).isEqualTo(type.main()));
    }

    @Test
    void documentsWhichFaultsPromptsCanInject() throws IOException {
        for (FaultTarget target : FaultTarget.values()) {
            assertThat(rows(HEADINGS.get(target)))
                    .allSatisfy(row ->
                            assertThat(row.group(3).endsWith(" yes |")).isEqualTo(isTrigger(target, row.group(1))));
        }
    }

    @Test
    void documentsEveryCondition() throws IOException {
        String conditions = rows("When a rule strikes").map(row -> row.group(1)).collect(Collectors.joining(", "));
        Map<String, ?> rule = Map.of("when", Map.of("no such condition", 1), "then", Map.of("stall", true));

        assertThatThrownBy(() -> new RuleReader(new RuleVocabulary(Map.of(), id -> Optional.empty()))
                        .read("rules", List.of(rule), List.of()))
                .hasMessageEndingWith(" Use: " + conditions + ".");
    }

    @Test
    void documentsEveryOperationAndWeather() throws IOException {
        assertThat(words(section("When a rule strikes")))
                .containsAll(Arrays.stream(Operation.values())
                        .map(RuleConditionReader::word)
                        .toList());
        assertThat(words(section("Triggers and weather"))).containsAll(RuleFile.WEATHERS);
    }

    private static boolean isTrigger(FaultTarget target, String fault) {
        String prefix = target == FaultTarget.CALLBACK || target == FaultTarget.FILE
                ? target.name().toLowerCase(Locale.ROOT) + ": "
                : "";
        PromptTriggers triggers = PromptTriggers.read("[[" + prefix + fault + "]]");
        return triggers.unknown().stream().allMatch(trigger -> trigger.error().isPresent());
    }

    private static Stream<FaultType> types(FaultTarget target) {
        return FaultTypes.ALL.stream().filter(type -> type.target() == target);
    }

    private static Stream<MatchResult> rows(String heading) throws IOException {
        return ROW.matcher(section(heading)).results();
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(Path.of("src/main/resources/docs/faults.md"));
        assertThat(page).contains("\n## " + heading + "\n");
        return page.split("\n## " + heading + "\n")[1].split("\n## ")[0];
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group(1)).collect(Collectors.toList());
    }
}
