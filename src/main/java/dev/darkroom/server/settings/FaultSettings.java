package dev.darkroom.server.settings;

import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.InvalidRuleException;
import dev.darkroom.chaos.RuleFile;
import dev.darkroom.chaos.RuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads fault rules from settings, and describes what is wrong with them.
 *
 * @param prefix the prefix of the setting names
 */
record FaultSettings(String prefix, ChaosConfig config, RuleReader reader) {

    /** The error as a sentence; empty when {@link #read} may be called. */
    Optional<String> error() {
        Optional<String> unknownWeather = config.weather().filter(weather -> !RuleFile.WEATHERS.contains(weather));
        if (unknownWeather.isPresent()) {
            return Optional.of(prefix + "weather=" + unknownWeather.get() + " must be one of " + RuleFile.WEATHERS);
        }
        try {
            read(FaultSet.NONE);
            return Optional.empty();
        } catch (InvalidRuleException e) {
            return Optional.of(prefix + "faults=" + config.faults().orElse("") + ": " + e.getMessage());
        }
    }

    /**
     * The rules of the file and then those of the weather.
     *
     * @param fallback the result when neither is set
     */
    FaultSet read(FaultSet fallback) {
        if (config.faults().isEmpty() && config.weather().isEmpty()) {
            return fallback;
        }
        List<FaultRule> rules = new ArrayList<>();
        config.faults().map(this::read).map(RuleFile::rules).ifPresent(rules::addAll);
        config.weather().map(this::weather).map(RuleFile::rules).ifPresent(rules::addAll);
        return new FaultSet(rules, config.weather());
    }

    private RuleFile weather(String name) {
        return RuleFile.ofWeather(name, reader).orElseThrow();
    }

    private RuleFile read(String path) {
        try (InputStream yaml = Files.newInputStream(Path.of(path))) {
            return RuleFile.read(yaml, reader);
        } catch (NoSuchFileException e) {
            throw new InvalidRuleException(
                    "faults",
                    "The file does not exist. Relative paths start at "
                            + Path.of("").toAbsolutePath() + ".");
        } catch (IOException | InvalidPathException e) {
            throw new InvalidRuleException("faults", "The file cannot be read (" + e + ").");
        }
    }
}
