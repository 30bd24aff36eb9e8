package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether references are looked at. No vendor's behaviour depends on it. */
@ConfigMapping(prefix = "darkroom.references")
public interface ReferencesConfig {

    /** Whether they are fetched, and drawn small on the pictures that are made of them. */
    @WithDefault("false")
    boolean fetch();

    /** How long all references of one picture may take, in real time. */
    @WithDefault("10s")
    Duration timeout();

    /** Public addresses, or ranges of them, that references may be fetched from too. */
    Optional<List<String>> allow();

    /** Addresses or ranges from which they may not be fetched. */
    Optional<List<String>> deny();
}
