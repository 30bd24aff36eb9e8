package dev.darkroom.server;

import dev.darkroom.chaos.FaultRule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.chaos.InvalidRule;
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
 * Reads what the settings say of faults, and what is wrong with it.
 *
 * @param name what the settings' names begin with
 * @param weather the name of a weather
 * @param file one with rules in YAML, which are asked before those of the weather
 */
record FaultSettings(String name, Optional<String> weather, Optional<String> file, RuleReader reader) {

    /** A sentence when they cannot be; only when there is none may {@link #over} be called. */
    Optional<String> fault() {
        if (weather.filter(w -> !RuleFile.WEATHERS.contains(w)).isPresent()) {
            return Optional.of(name + "weather=" + weather.get() + " must be one of " + RuleFile.WEATHERS);
        }
        try {
            over(FaultSet.NONE);
            return Optional.empty();
        } catch (InvalidRule e) {
            return Optional.of(name + "faults=" + file.orElse("") + ": " + e.getMessage());
        }
    }

    /** The rules that are set, or else the usual ones. */
    FaultSet over(FaultSet usual) {
        if (file.isEmpty()) {
            return weather.map(this::page)
                    .map(page -> new FaultSet(page.rules(), weather))
                    .orElse(usual);
        }
        List<FaultRule> rules = new ArrayList<>(read(file.get()).rules());
        weather.ifPresent(w -> rules.addAll(page(w).rules()));
        return new FaultSet(rules, weather);
    }

    private RuleFile page(String weatherName) {
        return RuleFile.ofWeather(weatherName, reader).orElseThrow();
    }

    private RuleFile read(String path) {
        try (InputStream yaml = Files.newInputStream(Path.of(path))) {
            return RuleFile.read(yaml, reader);
        } catch (NoSuchFileException e) {
            throw new InvalidRule(
                    "faults", "There is no such file; seen from " + Path.of("").toAbsolutePath() + ".");
        } catch (IOException | InvalidPathException e) {
            throw new InvalidRule("faults", "The file cannot be read (" + e + ").");
        }
    }
}
