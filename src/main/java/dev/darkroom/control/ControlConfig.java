package dev.darkroom.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What concerns the control API. */
@ConfigMapping(prefix = "darkroom.control")
public interface ControlConfig {

    /** When set, control requests must carry it in the header {@code X-Darkroom-Token}. */
    Optional<String> token();

    /** How many inboxes are kept, and how many requests in each; the oldest goes first. */
    @WithDefault("1000")
    int inbox();
}
