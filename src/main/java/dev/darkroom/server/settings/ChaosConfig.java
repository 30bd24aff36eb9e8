package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The fault rules that a new sandbox starts with. */
@ConfigMapping(prefix = "darkroom")
public interface ChaosConfig {

    /** The name of a weather preset. */
    Optional<String> weather();

    /** The path of a YAML file of rules, which are matched before those of the weather. */
    Optional<String> faults();
}
