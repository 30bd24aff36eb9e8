package dev.darkroom.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A page of rules in YAML, as {@code POST /_darkroom/faults} takes them in JSON.
 *
 * @param description in a sentence
 */
public record RuleFile(String description, List<FaultRule> rules) {

    private static final List<String> FIELDS = List.of("description", "rules");

    /** The names of the weathers that come with the server, the fairest first. */
    public static final List<String> WEATHERS =
            List.of("clear", "drizzle", "rate-limited", "slow-lane", "storm", "outage", "callback-hell");

    /** The page of a weather; empty when there is none of this name. */
    public static Optional<RuleFile> ofWeather(String name, RuleReader reader) {
        if (!WEATHERS.contains(name)) {
            return Optional.empty();
        }
        try (InputStream page = RuleFile.class.getResourceAsStream("/weather/" + name + ".yaml")) {
            return Optional.of(read(page, reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidRule when it is no YAML, or holds a rule that cannot be */
    public static RuleFile read(InputStream yaml, RuleReader reader) {
        Object page = load(yaml);
        if (!(page instanceof Map<?, ?> map)) {
            throw new InvalidRule("rules", "The file must hold an object with rules.");
        }
        RuleFields fields = new RuleFields("", map).only(FIELDS);
        return new RuleFile(
                fields.text("description").orElse(""), reader.read("rules", fields.get("rules"), List.of()));
    }

    private static Object load(InputStream yaml) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (MarkedYAMLException e) {
            String where = e.getProblemMark() == null
                    ? ""
                    : " (line " + (e.getProblemMark().getLine() + 1) + ", column "
                            + (e.getProblemMark().getColumn() + 1) + ")";
            throw new InvalidRule("rules", "The file is no YAML: " + e.getProblem() + where + ".");
        } catch (YAMLException e) {
            throw new InvalidRule(
                    "rules",
                    "The file is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
