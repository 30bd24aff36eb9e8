package dev.darkroom.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept; the oldest that is finished goes first. */
@ConfigMapping(prefix = "darkroom.limits")
interface LimitsConfig {

    /** Sandboxes of the server. */
    @WithDefault("10000")
    int sandboxes();

    /** Tasks of one sandbox. */
    @WithDefault("100000")
    int tasks();
}
