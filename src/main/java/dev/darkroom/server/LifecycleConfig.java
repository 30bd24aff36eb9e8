package dev.darkroom.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;

/** How long a task takes, on its sandbox' clock. */
@ConfigMapping(prefix = "darkroom.lifecycle")
interface LifecycleConfig {

    /** From its creation until work on it begins. */
    Time pending();

    /** From then until it is finished. */
    Time processing();

    /** Always as long, or from {@code min} to {@code max}, or log-normal with this {@code median} and {@code p95}. */
    interface Time {

        @WithParentName
        Optional<Duration> fixed();

        Optional<Duration> min();

        Optional<Duration> max();

        Optional<Duration> median();

        Optional<Duration> p95();
    }
}
