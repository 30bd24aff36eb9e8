package dev.darkroom.server.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;

/** How long a task takes, on its sandbox's clock. */
@ConfigMapping(prefix = "darkroom.lifecycle")
public interface LifecycleConfig {

    /** From the task's creation until processing starts. */
    Time pending();

    /** From the start of processing until the task ends. */
    Time processing();

    /** A fixed duration, a range from {@code min} to {@code max}, or log-normal with {@code median} and {@code p95}. */
    interface Time {

        @WithParentName
        Optional<Duration> fixed();

        Optional<Duration> min();

        Optional<Duration> max();

        Optional<Duration> median();

        Optional<Duration> p95();
    }
}
