package dev.darkroom.chaos;

import dev.darkroom.field.FieldReader;
import dev.darkroom.field.MapValue;
import dev.darkroom.field.ObjectValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A YAML file with rules, in the same form as the JSON of {@code POST /_darkroom/faults}.
 *
 * @param description one sentence about the rules
 */
public record RuleFile(String description, List<FaultRule> rules) {

    private static final List<String> FIELDS = List.of("description", "rules");

    /** The names of the built-in weathers, from mild to severe. */
    public static final List<String> WEATHERS =
            List.of("clear", "drizzle", "rate-limited", "slow-lane", "storm", "outage", "callback-hell");

    /** The rules of a built-in weather; empty when the name is unknown. */
    public static Optional<RuleFile> ofWeather(String name, RuleReader reader) {
        if (!WEATHERS.contains(name)) {
            return Optional.empty();
        }
        try (InputStream yaml = RuleFile.class.getResourceAsStream("/weather/" + name + ".yaml")) {
            return Optional.of(read(yaml, reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidRuleException when the text is not valid YAML, or a rule is invalid */
    public static RuleFile read(InputStream yaml, RuleReader reader) {
        Object content = load(yaml);
        if (!(content instanceof ObjectValue object)) {
            throw new InvalidRuleException("rules", "The file must contain an object with rules.");
        }
        FieldReader fields = RuleFields.of("", object).allowOnly(FIELDS);
        return new RuleFile(
                fields.string("description", RuleFields.MAX_CHARACTERS).orElse(""),
                reader.read("rules", fields.object().get("rules"), List.of()));
    }

    private static Object load(InputStream yaml) {
        try {
            return MapValue.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        } catch (MarkedYAMLException e) {
            String position = e.getProblemMark() == null
                    ? ""
                    : " (line " + (e.getProblemMark().getLine() + 1) + ", column "
                            + (e.getProblemMark().getColumn() + 1) + ")";
            throw new InvalidRuleException("rules", "The file is not valid YAML: " + e.getProblem() + position + ".");
        } catch (YAMLException e) {
            throw new InvalidRuleException(
                    "rules",
                    "The file is not valid YAML: "
                            + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
