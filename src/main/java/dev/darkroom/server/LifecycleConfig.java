package dev.darkroom.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a task takes, on its sandbox' clock. */
@ConfigMapping(prefix = "darkroom.lifecycle")
interface LifecycleConfig {

    /** From its creation until work on it begins. */
    @WithDefault("500ms")
    Duration pending();

    /** From then until it is finished. */
    @WithDefault("1500ms")
    Duration processing();
}
